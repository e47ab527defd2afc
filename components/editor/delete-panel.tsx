"use client";

import { type FormEvent, useState } from "react";
import { LIMITS } from "@/core/record/limits";
import { toDoneWords } from "./done-words";
import type { StoredEvent } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { Field } from "./field";
import form from "./form.module.css";
import { CHANGED_MEANWHILE, LoadedPanel, type PanelProps } from "./loaded-panel";
import { SaveButton } from "./save-button";
import { useSave } from "./use-save";

/** Takes an event out of sight, with the reason for the history. */
export function DeletePanel(props: PanelProps) {
  return (
    <LoadedPanel title="Delete event" {...props}>
      {(loaded) => <Deleting {...props} loaded={loaded} />}
    </LoadedPanel>
  );
}

function Deleting({ setting, loaded, onClose, onDone }: PanelProps & { loaded: StoredEvent }) {
  const client = useEditorClient();
  const { slug, title, version } = loaded;
  const [reason, setReason] = useState("");
  const { save, setFaults, faults, problem, ...busy } = useSave(["reason"]);

  async function submit(submission: FormEvent): Promise<void> {
    submission.preventDefault();
    if (reason.trim() === "") return setFaults({ reason: "Say why: the history keeps it." });
    const saved = await save(() => client.deleteEvent(setting.dossier, slug, version, reason.trim()));
    if (saved?.kind === "conflict") {
      return setFaults({ reason: CHANGED_MEANWHILE });
    }
    if (saved?.kind !== "done") return;
    onDone(toDoneWords(client, "Deleted", title), saved.change);
  }

  return (
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
  );
}
