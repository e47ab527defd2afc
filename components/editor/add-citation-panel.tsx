"use client";

import { type FormEvent, useMemo, useState } from "react";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent } from "@/core/record/record";
import { whenToWords } from "@/core/time/when-words";
import { CitationFields } from "./citation-fields";
import { Combobox } from "./combobox";
import { useEditorClient } from "./editor-context";
import type { CitationDraft } from "./event-draft";
import { Field } from "./field";
import form from "./form.module.css";
import { SaveButton } from "./save-button";
import { SidePanel } from "./side-panel";
import { toCitationRequest } from "./to-event-request";
import { useSave } from "./use-save";

type Props = {
  readonly opening: CitationDraft;
  readonly index: DatasetIndex;
  readonly onSaved: (event: DossierEvent, change: string | null) => void;
  readonly onClose: () => void;
};

const MOST_OFFERED = 12;

/** One more passage for an event that is there: which one, and what the passage says of it. */
export default function AddCitationPanel({ opening, index, onSaved, onClose }: Props) {
  const client = useEditorClient();
  const { dossier, events } = index.dataset;
  const [words, setWords] = useState("");
  const [event, setEvent] = useState<DossierEvent | null>(null);
  const [citation, setCitation] = useState(opening);
  const { save, setFaults, faults, problem, ...busy } = useSave(FIELDS);
  const zone = (event?.placeId ? index.places.get(event.placeId)?.zone : null) ?? dossier.zone;
  const options = useMemo(() => {
    const wanted = words.trim().toLocaleLowerCase();
    return events
      .filter(({ title }) => title.toLocaleLowerCase().includes(wanted))
      .slice(0, MOST_OFFERED)
      .map(({ slug, title, when }) => ({
        key: slug,
        label: title,
        detail: when ? whenToWords(when) : "undated",
      }));
  }, [words, events]);

  async function submit(submission: FormEvent): Promise<void> {
    submission.preventDefault();
    if (event === null) return setFaults({ event: "Choose the event that the passage reports." });
    const request = toCitationRequest(citation, zone);
    if ("faults" in request) return setFaults(request.faults);
    const saved = await save((key) => client.addCitation(dossier.slug, event.slug, request.order, key));
    if (saved?.kind === "done") onSaved(event, saved.change);
  }

  return (
    <SidePanel title="Add to an event" onClose={onClose}>
      <form className={form.form} onSubmit={(submission) => void submit(submission)} noValidate>
        <Field label="Event" fault={faults.event}>
          {(control) => (
            <Combobox
              {...control}
              name="Events of this dossier"
              value={words}
              options={event?.title === words ? [] : options}
              placeholder="Words of its title"
              opensEmpty
              onChange={(text) => {
                setWords(text);
                setEvent(null);
              }}
              onChoose={(slug) => {
                const chosen = index.eventsBySlug.get(slug) ?? null;
                setEvent(chosen);
                setWords(chosen?.title ?? "");
              }}
            />
          )}
        </Field>
        <CitationFields
          citation={citation}
          name="Passage"
          isAlone
          isBasis={false}
          zone={zone}
          fault={undefined}
          toFault={(field) => faults[field]}
          onChange={(change) => setCitation({ ...citation, ...change })}
          onBasis={() => {}}
        />
        {problem !== null && (
          <p className={form.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={form.actions}>
          <SaveButton label="Add the passage" {...busy} />
          <button type="button" className={form.plain} onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </SidePanel>
  );
}

const FIELDS = ["event", "assertion", "timeWords", "when", "placeWords", "speaker"];
