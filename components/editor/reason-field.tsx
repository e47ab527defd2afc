import { LIMITS } from "@/core/record/limits";
import { Field } from "./field";

type Props = {
  readonly reason: string;
  readonly fault: string | undefined;
  readonly onChange: (reason: string) => void;
};

/** Why something is changed: the history and the page of changes say it. */
export function ReasonField({ reason, fault, onChange }: Props) {
  return (
    <Field label="Why, for the history" isOptional fault={fault}>
      {(control) => (
        <input
          {...control}
          type="text"
          value={reason}
          maxLength={LIMITS.note}
          autoComplete="off"
          dir="auto"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** The reason as a request has it: none where nothing was written. */
export function toReason(reason: string): { readonly reason?: string } {
  return reason.trim() === "" ? {} : { reason: reason.trim() };
}
