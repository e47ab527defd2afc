"use client";

import { useEffect, useState } from "react";
import { changeEvent } from "./change-event";
import { ConflictView } from "./conflict-view";
import type { StoredEvent } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { type EventDraft, toEventDraft } from "./event-draft";
import { EventForm } from "./event-form";
import type { EventSetting } from "./event-setting";
import form from "./form.module.css";
import { SidePanel } from "./side-panel";
import { loadStoredDraft, type StoredDraft, storeDraft, toChangeKey } from "./stored-drafts";
import { toEventFields, toEventRequest } from "./to-event-request";
import { useLoadedEvent } from "./use-loaded-event";
import { useSave } from "./use-save";

type Props = {
  readonly setting: EventSetting;
  readonly event: string;
  readonly onClose: () => void;
  readonly onDone: (text: string, change: string | null) => void;
};

/** Changes an event in the form that made it. */
export function EditPanel({ setting, event, onClose, onDone }: Props) {
  const loaded = useLoadedEvent(setting.dossier, event);
  return (
    <SidePanel title="Edit event" onClose={onClose}>
      {loaded.kind === "done" ? (
        <Editing setting={setting} loaded={loaded.value} onClose={onClose} onDone={onDone} />
      ) : (
        <p className={form.hint} role="status">
          {loaded.kind === "loading" ? "Loading the event…" : loaded.reason}
        </p>
      )}
    </SidePanel>
  );
}

type EditingProps = Omit<Props, "event"> & { readonly loaded: StoredEvent };

function Editing({ setting, loaded, onClose, onDone }: EditingProps) {
  const client = useEditorClient();
  const key = toChangeKey(setting.dossier, loaded.slug);
  const [stored, setStored] = useState<StoredDraft>(() => begin(loaded));
  const [theirs, setTheirs] = useState<StoredEvent | null>(null);
  const { save, setFaults, ...saving } = useSave(toEventFields(stored.draft));

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
      changeEvent(client, { ...setting, event: loaded.slug }, began.version, before, request),
    );
    if (saved?.kind === "conflict") return setTheirs(saved.present);
    if (saved?.kind !== "done") return;
    storeDraft(key, null);
    onDone(`Saved: ${draft.title}`, saved.change);
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
    />
  );
}

function begin(loaded: StoredEvent): StoredDraft {
  const draft = toEventDraft(loaded);
  return { draft, began: { version: loaded.version, draft } };
}
