import type { Dossier, Id } from "@/core/record/record";
import type { When } from "@/core/time/when";
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

// Status and date depend on what had been published, which only the program can tell: it sifts the candidates in
// batches of this size, so that memory stays bounded however rare a match is.
const BATCH = 200;

/** One page of a dossier's events in time order, then the undated. */
export async function loadEventsPage(
  dossier: Pick<Dossier, "id">,
  query: EventQuery,
  db: Database = database(),
): Promise<EventsPage> {
  return unlessAway(async () => {
    const kept: { told: ToldEvent; at: Cursor }[] = [];
    let after = query.cursor;
    while (kept.length <= query.limit) {
      const candidates = await loadCandidates(db, dossier.id, query, after, BATCH);
      const places = new Map<Id, Cursor>(candidates.map((candidate) => [candidate.id, candidate]));
      const told = await loadToldEvents(db, dossier.id, [...places.keys()], query.reportedBy);
      for (const event of told) {
        const at = places.get(event.reading.event.id);
        if (at && passes(event, query)) kept.push({ told: event, at });
      }
      after = candidates.at(-1) ?? null;
      if (candidates.length < BATCH || after === null) break;
    }
    const page = kept.slice(0, query.limit);
    return {
      events: page.map(({ told }) => told),
      next: kept.length > query.limit ? (page.at(-1)?.at ?? null) : null,
    };
  });
}

function passes({ reading }: ToldEvent, { status, from, to }: EventQuery): boolean {
  if (status.length > 0 && !status.includes(reading.status)) return false;
  return (from === null && to === null) || isWithin(reading.when, from, to);
}

// An undated event lies in no window.
function isWithin(when: When | null, from: number | null, to: number | null): boolean {
  if (when === null) return false;
  const { beginEarliest, endLatest } = when.bounds;
  const beginsInTime = to === null || beginEarliest === null || beginEarliest < to;
  return beginsInTime && (from === null || endLatest === null || endLatest > from);
}
