"use client";

import type { FormEvent } from "react";
import { LIMITS } from "@/core/record/limits";
import styles from "./add-source.module.css";
import type { ProposedField, ReadDocument } from "./editor-client";
import type { FieldFaults } from "./faults";
import { Field } from "./field";
import form from "./form.module.css";
import { SaveButton } from "./save-button";
import type { SourceDraft } from "./source-draft";

type Props = {
  readonly dossier: string;
  readonly read: ReadDocument;
  readonly draft: SourceDraft;
  readonly faults: FieldFaults;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly isOffline: boolean;
  readonly onChange: (draft: SourceDraft) => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
};

/** What the document says of itself, to be corrected, beside its text. */
export function SourceForm({
  dossier,
  read,
  draft,
  faults,
  problem,
  onChange,
  onSave,
  onBack,
  ...busy
}: Props) {
  const set = (change: Partial<SourceDraft>) => onChange({ ...draft, ...change });

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSave();
  }

  return (
    <form className={styles.halves} onSubmit={submit} noValidate>
      <div className={form.form}>
        <Known knownIn={read.knownIn} dossier={dossier} />
        {read.warnings.length > 0 && (
          <ul className={form.notice} aria-label="About this document">
            {read.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
        {TEXT_FIELDS.map(({ name, label, limit, isOptional, placeholder }) => (
          <Field
            key={name}
            label={label}
            isOptional={isOptional}
            fault={faults[name]}
            hint={toReason(read, draft, name)}
          >
            {(control) => (
              <input
                {...control}
                type="text"
                value={draft[name]}
                maxLength={limit}
                placeholder={placeholder}
                autoComplete="off"
                dir="auto"
                onChange={({ target }) => set({ [name]: target.value })}
              />
            )}
          </Field>
        ))}
        <div className={form.row}>
          <Field label="Published on" fault={faults.publishedOn} hint={toReason(read, draft, "publishedOn")}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={draft.publishedOn}
                min="0001-01-01"
                max="9999-12-31"
                onChange={({ target }) => set({ publishedOn: target.value })}
              />
            )}
          </Field>
          <Field label="Language" isOptional fault={faults.language} hint={toReason(read, draft, "language")}>
            {(control) => (
              <input
                {...control}
                type="text"
                value={draft.language}
                maxLength={LIMITS.language}
                placeholder="en"
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => set({ language: target.value })}
              />
            )}
          </Field>
        </div>
        {read.proposals.dateline && (
          <p className={form.hint}>
            Dateline: <b>{read.proposals.dateline.value}</b> ({read.proposals.dateline.reason})
          </p>
        )}
        <label className={form.check}>
          <input
            type="checkbox"
            checked={draft.coverage === "excerpts"}
            onChange={({ target }) => set({ coverage: target.checked ? "excerpts" : "full" })}
          />
          These are excerpts: […] stands for what is left out
        </label>
        <label className={form.check}>
          <input
            type="checkbox"
            checked={draft.publishes === "excerpts"}
            onChange={({ target }) => set({ publishes: target.checked ? "excerpts" : "full" })}
          />
          Readers see only the sentences that are cited; the rest is for editors
        </label>
        {problem !== null && (
          <p className={form.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={form.actions}>
          <SaveButton label="Save the source" {...busy} />
          <button type="button" className={form.plain} onClick={onBack}>
            Bring another document
          </button>
        </div>
      </div>
      <Field label="Text" fault={faults.text} hint="What is stored, and cited from, word for word.">
        {(control) => (
          <textarea
            {...control}
            className={styles.text}
            value={draft.text}
            dir="auto"
            lang={draft.language || undefined}
            onChange={({ target }) => set({ text: target.value })}
          />
        )}
      </Field>
    </form>
  );
}

const TEXT_FIELDS = [
  { name: "title", label: "Title", limit: LIMITS.title, isOptional: false, placeholder: undefined },
  { name: "publisher", label: "Publisher", limit: LIMITS.name, isOptional: false, placeholder: undefined },
  { name: "byline", label: "Byline", limit: LIMITS.name, isOptional: true, placeholder: undefined },
  {
    name: "url",
    label: "Address of the original",
    limit: LIMITS.url,
    isOptional: true,
    placeholder: "https://",
  },
] as const;

/** Where the value comes from, as long as it is the one that was proposed. */
function toReason(read: ReadDocument, draft: SourceDraft, name: keyof SourceDraft): string | null {
  const proposal = name in read.proposals ? read.proposals[name as ProposedField] : null;
  return proposal && proposal.value === draft[name] ? proposal.reason : null;
}

function Known({ knownIn, dossier }: { knownIn: ReadDocument["knownIn"]; dossier: string }) {
  if (knownIn.length === 0) return null;
  const here = knownIn.find((known) => known.dossier === dossier);
  const [known] = here ? [here] : knownIn;
  return (
    <p className={form.notice}>
      {here ? "This dossier has this document already: " : "Another dossier has this document: "}
      <a href={`/d/${known?.dossier}/s/${known?.source}`}>{known?.source}</a>
      {here && ". Saving it once more makes a second source of it."}
    </p>
  );
}
