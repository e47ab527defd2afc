"use client";

import { type FormEvent, useState } from "react";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent } from "@/core/record/record";
import { CitationFields } from "./citation-fields";
import { useEditorClient } from "./editor-context";
import { EventChoice } from "./event-choice";
import type { CitationDraft } from "./event-draft";
import form from "./form.module.css";
import { ReasonField, toReason } from "./reason-field";
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

/** One more passage for an event that is there: which one, and what the passage says of it. */
export default function AddCitationPanel({ opening, index, onSaved, onClose }: Props) {
  const client = useEditorClient();
  const { dossier } = index.dataset;
  const [event, setEvent] = useState<DossierEvent | null>(null);
  const [citation, setCitation] = useState(opening);
  const [reason, setReason] = useState("");
  const { save, setFaults, faults, problem, ...busy } = useSave(FIELDS);
  const zone = (event?.placeId ? index.places.get(event.placeId)?.zone : null) ?? dossier.zone;

  async function submit(submission: FormEvent): Promise<void> {
    submission.preventDefault();
    if (event === null) return setFaults({ event: "Choose the event that the passage reports." });
    const request = toCitationRequest(citation, zone);
    if ("faults" in request) return setFaults(request.faults);
    const order = { ...request.order, ...toReason(reason) };
    const saved = await save((key) => client.addCitation(dossier.slug, event.slug, order, key));
    if (saved?.kind === "done") onSaved(event, saved.change);
  }

  return (
    <SidePanel title="Add to an event" onClose={onClose}>
      <form className={form.form} onSubmit={(submission) => void submit(submission)} noValidate>
        <EventChoice label="Event" index={index} fault={faults.event} onChoose={setEvent} />
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
        <ReasonField reason={reason} fault={faults.reason} onChange={setReason} />
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

const FIELDS = ["event", "assertion", "timeWords", "when", "placeWords", "speaker", "reason"];
