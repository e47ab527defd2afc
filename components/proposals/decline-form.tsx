"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Field } from "@/components/editor/field";
import form from "@/components/editor/form.module.css";
import { LIMITS } from "@/core/record/limits";

type Props = {
  /** Who reads the reason. */
  readonly author: string;
  readonly isBusy: boolean;
  readonly onDecline: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks why a proposal is not followed: whoever made it reads it. */
export function DeclineForm({ author, isBusy, onDecline, onCancel }: Props) {
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim() !== "") return onDecline(reason.trim());
    setFault(`Say why: ${author} reads it.`);
    input.current?.focus();
  }

  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <Field
        label="Why it is declined"
        fault={fault}
        hint={fault === undefined ? `${author} reads it.` : null}
      >
        {(control) => (
          <input
            {...control}
            ref={input}
            type="text"
            value={reason}
            maxLength={LIMITS.note}
            autoComplete="off"
            dir="auto"
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className={form.actions}>
        <button type="submit" className={form.primary} aria-disabled={isBusy}>
          Decline
        </button>
        <button type="button" className={form.plain} onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
