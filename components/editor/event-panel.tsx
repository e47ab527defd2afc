"use client";

import { useState } from "react";
import { useEditorClient } from "./editor-context";
import type { EventDraft } from "./event-draft";
import { EventForm } from "./event-form";
import type { EventSetting } from "./event-setting";
import { SidePanel } from "./side-panel";
import { storeDraft } from "./stored-drafts";
import { toEventFields, toEventRequest } from "./to-event-request";
import { useSave } from "./use-save";

type Props = {
  readonly opening: EventDraft;
  readonly setting: EventSetting;
  /** Where the draft is kept until it is saved or discarded. */
  readonly storageKey: string;
  readonly onSaved: (event: string, draft: EventDraft, change: string | null) => void;
  readonly onClose: () => void;
};

/** The form of a new event; closing it keeps the draft. */
export default function EventPanel({ opening, setting, storageKey, onSaved, onClose }: Props) {
  const client = useEditorClient();
  const [draft, setDraft] = useState(opening);
  const { save, setFaults, ...saving } = useSave(toEventFields(draft));

  function change(next: EventDraft): void {
    setDraft(next);
    storeDraft(storageKey, { draft: next, began: null });
  }

  async function submit(): Promise<void> {
    const request = toEventRequest(draft, setting);
    if ("faults" in request) return setFaults(request.faults);
    const order = { ...request.event, citations: request.citations.map(({ order: citation }) => citation) };
    const saved = await save((key) => client.createEvent(setting.dossier, order, key));
    if (saved?.kind !== "done") return;
    storeDraft(storageKey, null);
    onSaved(saved.value.slug, draft, saved.change);
  }

  return (
    <SidePanel title="New event" onClose={onClose}>
      <EventForm
        draft={draft}
        setting={setting}
        {...saving}
        onChange={change}
        onSave={() => void submit()}
        onDiscard={() => {
          storeDraft(storageKey, null);
          onClose();
        }}
      />
    </SidePanel>
  );
}
