"use client";

import { type FormEvent, useEffect, useState } from "react";
import { useEarlyInput } from "@/components/ui/hydration";
import { LIMITS } from "@/core/record/limits";
import { parseZone } from "@/core/time/zone";
import { useEditorClient } from "./editor-context";
import { Field } from "./field";
import styles from "./form.module.css";
import { SaveButton } from "./save-button";
import { useSave } from "./use-save";
import { ZoneField } from "./zone-field";

/** Begins a dossier; `onMade` hears its slug. */
export function NewDossierForm({ onMade }: { onMade: (slug: string) => void }) {
  const client = useEditorClient();
  const [title, setTitle] = useState("");
  const [summary, setSummary] = useState("");
  const [zone, setZone] = useState("UTC");
  const { save, setFaults, faults, problem, isBusy, isOffline } = useSave(["title", "summary", "zone"]);

  const titleField = useEarlyInput<HTMLInputElement>(setTitle);
  const summaryField = useEarlyInput<HTMLTextAreaElement>(setSummary);

  useEffect(() => {
    // The zone of whoever writes is the best guess at the zone of what they write about.
    setZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  }, []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const known = parseZone(zone.trim());
    if (title.trim() === "") return setFaults({ title: "A dossier needs a title." });
    if (known === null) return setFaults({ zone: "There is no such time zone." });
    const order = { title: title.trim(), summary: summary.trim(), zone: known };
    const saved = await save((key) => client.createDossier(order, key));
    if (saved?.kind === "done") onMade(saved.value.slug);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Field label="Title" fault={faults.title}>
        {(control) => (
          <input
            {...control}
            ref={titleField}
            type="text"
            value={title}
            maxLength={LIMITS.title}
            autoComplete="off"
            required
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Field label="Summary" isOptional fault={faults.summary} hint="A sentence or two on what it follows.">
        {(control) => (
          <textarea
            {...control}
            ref={summaryField}
            rows={3}
            value={summary}
            maxLength={LIMITS.summary}
            onChange={({ target }) => setSummary(target.value)}
          />
        )}
      </Field>
      <ZoneField value={zone} onChange={setZone} fault={faults.zone} />
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <SaveButton label="Make the dossier" isBusy={isBusy} isOffline={isOffline} />
      </div>
    </form>
  );
}
