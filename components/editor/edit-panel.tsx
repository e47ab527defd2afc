"use client";

import { useEffect, useState } from "react";
import { ConflictView } from "./conflict-view";
import { toDoneWords } from "./done-words";
import type { StoredEvent } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { type EventDraft, toEventDraft } from "./event-draft";
import { EventForm } from "./event-form";
import { LoadedPanel, type PanelProps } from "./loaded-panel";
import { ReasonField, toReason } from "./reason-field";
import { loadStoredDraft, type StoredDraft, storeDraft, toChangeKey } from "./stored-drafts";
import { toEventPatch } from "./to-event-patch";
import { toEventFields, toEventRequest } from "./to-event-request";
import { useSave } from "./use-save";

/** Changes an event in the form that made it. */
export function EditPanel(props: PanelProps) {
  return (
    <LoadedPanel title="Edit event" {...props}>
      {(loaded) => <Editing {...props} loaded={loaded} />}
    </LoadedPanel>
  );
}

type EditingProps = Omit<PanelProps, "event"> & { readonly loaded: StoredEvent };

function Editing({ setting, loaded, onClose, onDone }: EditingProps) {
  const client = useEditorClient();
  const key = toChangeKey(setting.dossier, loaded.slug);
  const [stored, setStored] = useState<StoredDraft>(() => begin(loaded));
  const [theirs, setTheirs] = useState<StoredEvent | null>(null);
  const [reason, setReason] = useState("");
  const { save, setFaults, ...saving } = useSave([...toEventFields(stored.draft), "reason"]);

  useEffect(() => {
    const kept = loadStoredDraft(key);
    if (!kept?.began) return;
    setStored(kept);
    // What was begun before others saved is not simply laid over what they did.
    if (kept.began.version !== loaded.version) setTheirs(loaded);
  }, [key, loaded]);

  function change(next: StoredDraft): void {
    setStored(next);
    storeDraft(key, next);
  }

  function forget(): void {
    storeDraft(key, null);
    onClose();
  }

  async function submit(): Promise<void> {
    const { draft, began } = stored;
    const [request, before] = [toEventRequest(draft, setting), began && toEventRequest(began.draft, setting)];
    if ("faults" in request) return setFaults(request.faults);
    if (began === null || before === null || "faults" in before) return;
    const saved = await save(() =>
      client.changeEvent(setting.dossier, loaded.slug, began.version, {
        ...toEventPatch(before, request),
        ...toReason(reason),
      }),
    );
    if (saved?.kind === "conflict") return setTheirs(saved.present);
    if (saved?.kind !== "done") return;
    storeDraft(key, null);
    onDone(toDoneWords(client, "Saved", draft.title), saved.change);
  }

  if (theirs !== null && stored.began !== null) {
    return (
      <ConflictView
        began={stored.began.draft}
        mine={stored.draft}
        theirs={toEventDraft(theirs)}
        onDecided={(draft: EventDraft) => {
          change({ draft, began: { version: theirs.version, draft: toEventDraft(theirs) } });
          setTheirs(null);
        }}
        onTakeTheirs={forget}
      />
    );
  }
  return (
    <EventForm
      draft={stored.draft}
      setting={setting}
      {...saving}
      onChange={(draft) => change({ ...stored, draft })}
      onSave={() => void submit()}
      onDiscard={forget}
    >
      <ReasonField reason={reason} fault={saving.faults.reason} onChange={setReason} />
    </EventForm>
  );
}

function begin(loaded: StoredEvent): StoredDraft {
  const draft = toEventDraft(loaded);
  return { draft, began: { version: loaded.version, draft } };
}
