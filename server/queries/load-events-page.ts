import type { Dossier } from "@/core/record/record";
import type { ToldEvent } from "@/wire/api-event";
import type { Cursor } from "@/wire/cursor";
import type { EventQuery } from "@/wire/event-query";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { loadCandidates } from "./load-candidates";
import { loadToldEvents } from "./load-told-events";

export type EventsPage = {
  readonly events: readonly ToldEvent[];
  /** Where the next page begins; `null` at the end. */
  readonly next: Cursor | null;
};

/** One page of a dossier's events in time order, then the undated. */
export async function loadEventsPage(
  dossier: Pick<Dossier, "id">,
  query: EventQuery,
  db: Database = database(),
): Promise<EventsPage> {
  return unlessAway(async () => {
    const candidates = await loadCandidates(db, dossier.id, query, query.limit + 1);
    const page = candidates.slice(0, query.limit);
    const ids = page.map(({ id }) => id);
    return {
      events: await loadToldEvents(db, dossier.id, ids, query.reportedBy),
      next: candidates.length > query.limit ? (page.at(-1) ?? null) : null,
    };
  });
}
