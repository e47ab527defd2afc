import { isDeepStrictEqual } from "node:util";
import type { DossierEvent } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { Change } from "./change-dossier";
import { storeEvent } from "./store-event";

/** Stores the next version of an event, which it gives. */
export async function replaceEvent(
  change: Change,
  kind: RevisionKind,
  before: DossierEvent,
  after: DossierEvent,
): Promise<DossierEvent> {
  const next = { ...after, version: before.version + 1 };
  await storeEvent(change, kind, before, next);
  return next;
}

/** Whether two states say the same: storing the second would be no change. */
export function isSame(before: DossierEvent, after: DossierEvent): boolean {
  return isDeepStrictEqual(before, { ...after, version: before.version });
}
