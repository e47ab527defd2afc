"use client";

import { useState } from "react";
import { BringDocument } from "./bring-document";
import type { ReadDocument } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { SOURCE_FIELDS, type SourceDraft, toNewSource, toSourceDraft } from "./source-draft";
import { SourceForm } from "./source-form";
import { useBringing } from "./use-bringing";
import { useSave } from "./use-save";

type Props = {
  readonly dossier: string;
  /** Hears the slug of the source that was made. */
  readonly onMade: (slug: string) => void;
};

/** From a document to a source: bring it, correct what it says of itself, save. */
export function AddSourcePane({ dossier, onMade }: Props) {
  const client = useEditorClient();
  const [read, setRead] = useState<ReadDocument | null>(null);
  const [draft, setDraft] = useState<SourceDraft | null>(null);
  const saving = useSave(SOURCE_FIELDS);
  const bringing = useBringing((document, brought) => {
    setRead(document);
    setDraft(toSourceDraft(document, brought.kind === "url" ? brought.url : ""));
  });

  async function save(): Promise<void> {
    if (draft === null) return;
    const result = toNewSource(draft);
    if ("faults" in result) return saving.setFaults(result.faults);
    const saved = await saving.save((key) => client.createSource(dossier, result.order, key));
    if (saved?.kind === "done") onMade(saved.value.slug);
  }

  // Kept below the form, so that going back finds what was pasted.
  return (
    <>
      <div hidden={draft !== null}>
        <BringDocument isReading={bringing.isReading} problem={bringing.problem} onBring={bringing.bring} />
      </div>
      {draft !== null && read !== null && (
        <SourceForm
          dossier={dossier}
          read={read}
          draft={draft}
          faults={saving.faults}
          problem={saving.problem}
          isBusy={saving.isBusy}
          isOffline={saving.isOffline}
          onChange={setDraft}
          onSave={() => void save()}
          onBack={() => setDraft(null)}
        />
      )}
    </>
  );
}
