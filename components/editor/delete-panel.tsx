"use client";

import { type FormEvent, useState } from "react";
import { LIMITS } from "@/core/record/limits";
import { useEditorClient } from "./editor-context";
import type { EventSetting } from "./event-setting";
import { Field } from "./field";
import form from "./form.module.css";
import { SaveButton } from "./save-button";
import { SidePanel } from "./side-panel";
import { useLoadedEvent } from "./use-loaded-event";
import { useSave } from "./use-save";

type Props = {
  readonly setting: EventSetting;
  readonly event: string;
  readonly onClose: () => void;
  readonly onDone: (text: string, change: string | null) => void;
};

/** Takes an event out of sight, with the reason for the history. */
export function DeletePanel({ setting, event, onClose, onDone }: Props) {
  const client = useEditorClient();
  const { dossier } = setting;
  const loaded = useLoadedEvent(dossier, event);
  const [reason, setReason] = useState("");
  const { save, setFaults, faults, problem, ...busy } = useSave(["reason"]);
  if (loaded.kind !== "done") {
    return (
      <SidePanel title="Delete event" onClose={onClose}>
        <p className={form.hint} role="status">
          {loaded.kind === "loading" ? "Loading the event…" : loaded.reason}
        </p>
      </SidePanel>
    );
  }
  const { title, version } = loaded.value;

  async function submit(submission: FormEvent): Promise<void> {
    submission.preventDefault();
    if (reason.trim() === "") return setFaults({ reason: "Say why: the history keeps it." });
    const saved = await save(() => client.deleteEvent(dossier, event, version, reason.trim()));
    if (saved?.kind === "conflict") {
      return setFaults({ reason: "Somebody has just changed this event. Close this, and look at it again." });
    }
    if (saved?.kind !== "done") return;
    onDone(`Deleted: ${title}`, saved.change);
  }

  return (
    <SidePanel title="Delete event" onClose={onClose}>
      <form className={form.form} onSubmit={(submission) => void submit(submission)} noValidate>
        <p>
          <b>{title}</b> goes from map, timeline and list. It can be brought back for thirty days; after that
          its address tells that it was deleted, when and why.
        </p>
        <Field label="Reason" fault={faults.reason}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={reason}
              maxLength={LIMITS.note}
              autoComplete="off"
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        {problem !== null && (
          <p className={form.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={form.actions}>
          <SaveButton label="Delete" {...busy} />
          <button type="button" className={form.plain} onClick={onClose}>
            Keep it
          </button>
        </div>
      </form>
    </SidePanel>
  );
}
