"use client";

import { useMemo, useState } from "react";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { toWellFormed } from "@/core/text/code-points";
import { decodeDataset, type WireDataset } from "@/wire/dataset";
import styles from "./add-source.module.css";
import { BringDocument } from "./bring-document";
import { useEditorClient } from "./editor-context";
import { Field } from "./field";
import form from "./form.module.css";
import { SaveButton } from "./save-button";
import { TextPreview } from "./text-preview";
import { useBringing } from "./use-bringing";
import { useSave } from "./use-save";

type Props = {
  readonly wire: WireDataset;
  readonly slug: string;
  readonly onSaved: () => void;
};

type Draft = { readonly document: string | null; readonly text: string; readonly reason: string };

/** From a document to a source's next text: bring it, see what becomes of the passages, save. */
export function NewTextPane({ wire, slug, onSaved }: Props) {
  const client = useEditorClient();
  const index = useMemo(() => toDatasetIndex(decodeDataset(wire)), [wire]);
  const source = index.dataset.sources.find((one) => one.slug === slug);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [stale, setStale] = useState(false);
  const saving = useSave(["text", "reason"]);
  const bringing = useBringing((read) => setDraft({ document: read.sha256, text: read.text, reason: "" }));
  if (!source) throw new Error(`Source ${slug}: it is not in the dataset.`);
  const { dossier } = index.dataset;
  const { version } = source;

  async function save({ document, text, reason }: Draft): Promise<void> {
    const order = {
      document,
      text: toWellFormed(text),
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    };
    const saved = await saving.save((key) => client.addText(dossier.slug, slug, version, order, key));
    if (saved?.kind === "done") onSaved();
    setStale(saved?.kind === "conflict");
  }

  // Kept below the form, so that going back finds what was pasted.
  return (
    <>
      <div hidden={draft !== null}>
        <BringDocument isReading={bringing.isReading} problem={bringing.problem} onBring={bringing.bring} />
      </div>
      {draft !== null && (
        <form
          className={styles.halves}
          onSubmit={(event) => {
            event.preventDefault();
            void save(draft);
          }}
        >
          <div className={form.form}>
            <TextPreview index={index} source={source} text={draft.text} />
            <Field
              label="Reason"
              isOptional
              fault={saving.faults.reason}
              hint="For the history, such as: corrected by the publisher."
            >
              {(control) => (
                <input
                  {...control}
                  value={draft.reason}
                  maxLength={500}
                  onChange={({ target }) => setDraft({ ...draft, reason: target.value })}
                />
              )}
            </Field>
            {(stale || saving.problem !== null) && (
              <p className={form.problem} role="alert">
                {saving.problem ??
                  "Somebody has changed this source since; load the page again to see how it is now."}
              </p>
            )}
            <div className={form.actions}>
              <SaveButton label="Save this text" isBusy={saving.isBusy} isOffline={saving.isOffline} />
              <button type="button" className={form.plain} onClick={() => setDraft(null)}>
                Bring another document
              </button>
            </div>
          </div>
          <Field label="Text" fault={saving.faults.text} hint="What the source will say from now on.">
            {(control) => (
              <textarea
                {...control}
                className={styles.text}
                value={draft.text}
                dir="auto"
                lang={source.language}
                onChange={({ target }) => setDraft({ ...draft, text: target.value })}
              />
            )}
          </Field>
        </form>
      )}
    </>
  );
}
