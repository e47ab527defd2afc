import type { EditorClient, EventPatch } from "@/components/editor/editor-client";
import { type EventDraft, toEventDraft } from "@/components/editor/event-draft";
import { storeDraft, toChangeKey } from "@/components/editor/stored-drafts";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent } from "@/core/record/record";
import { toStoredEvent } from "./to-stored-event";

/** How the saving of what was dragged ended. */
export type Adjusted =
  | { readonly kind: "done"; readonly change: string | null }
  | { readonly kind: "failed"; readonly reason: string }
  /** Somebody saved before: both are kept, and the event's form shows them side by side. */
  | { readonly kind: "conflict" };

/** Saves what was dragged of an event as it was seen; `toMine` says the same to the form, for a conflict. */
export async function saveAdjusted(
  client: EditorClient,
  index: DatasetIndex,
  event: DossierEvent,
  patch: EventPatch,
  toMine: (began: EventDraft) => EventDraft,
): Promise<Adjusted> {
  const { slug: dossier } = index.dataset.dossier;
  const outcome = await client.changeEvent(dossier, event.slug, event.version, patch);
  switch (outcome.kind) {
    case "done":
      return { kind: "done", change: outcome.change };
    case "conflict": {
      const began = toEventDraft(toStoredEvent(event, index));
      const stored = { draft: toMine(began), began: { version: event.version, draft: began } };
      storeDraft(toChangeKey(dossier, event.slug), stored);
      return { kind: "conflict" };
    }
    case "refused":
      return {
        kind: "failed",
        reason: [outcome.reason, ...outcome.faults.map(({ reason }) => reason)].join(" "),
      };
    case "away":
      return { kind: "failed", reason: outcome.reason };
  }
}
