import { isSlug } from "@/core/record/limits";
import { toReading } from "@/core/record/reading";
import type { DossierEvent, Id, Source } from "@/core/record/record";
import type { Instant } from "@/core/time/instant";
import type { ToldEvent } from "@/wire/api-event";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { rowToActor, rowToEvent, rowToPassage, rowToPlace, rowToSource } from "../rows/records";
import { stateToEvent, stateToSource } from "../rows/states";
import { loadDossierId } from "./load-dossier-id";
import { loadStateAt } from "./load-state-at";
import { SHOWN } from "./shown";

/**
 * An event as it was at an instant, told by its sources as they were then; `null` if it is unknown, was not there then,
 * or has been deleted since.
 */
export async function loadEventAt(
  dossierSlug: string,
  eventSlug: string,
  at: Instant,
  db: Database = database(),
): Promise<ToldEvent | null> {
  return unlessAway(async () => {
    const dossierId = await loadDossierId(dossierSlug, db);
    if (dossierId === null || !isSlug(eventSlug)) return null;
    const row = await db.event.findUnique({
      where: { dossierId_slug: { dossierId, slug: eventSlug }, ...SHOWN },
      include: { citations: { orderBy: { id: "asc" } }, participations: { orderBy: { position: "asc" } } },
    });
    if (row === null) return null;
    const state = await loadStateAt(db, dossierId, row.id, at);
    if (state === null) return null;
    return loadTold(db, dossierId, state === "present" ? rowToEvent(row) : stateToEvent(state), at);
  });
}

async function loadTold(
  db: Database,
  dossierId: Id,
  event: DossierEvent,
  at: Instant,
): Promise<ToldEvent | null> {
  const of = (ids: readonly (Id | null)[]) => ({ dossierId, id: { in: ids.filter((id) => id !== null) } });
  const passages = await db.passage.findMany({
    where: of(event.citations.map(({ passageId }) => passageId)),
    include: { text: { select: { source: true } } },
  });
  const sources = new Map<Id, Source>();
  for (const { text } of passages) {
    const { source } = text;
    if (sources.has(source.id)) continue;
    const state = await loadStateAt(db, dossierId, source.id, at);
    const present = rowToSource(source);
    sources.set(
      source.id,
      state === null || state === "present" ? present : { ...present, ...stateToSource(state) },
    );
  }
  const places = await db.place.findMany({ where: of([event.placeId, event.originId]) });
  const actors = await db.actor.findMany({ where: of(event.participations.map(({ actorId }) => actorId)) });
  const lookups = { passages: new Map(passages.map((row) => [row.id, rowToPassage(row)])), sources };
  const reading = toReading(event, lookups, null);
  const toPlace = (id: Id | null) => {
    const row = places.find((place) => place.id === id);
    return row ? rowToPlace(row) : null;
  };
  return (
    reading && {
      reading,
      place: toPlace(event.placeId),
      origin: toPlace(event.originId),
      participations: event.participations.flatMap(({ actorId, role }) => {
        const row = actors.find(({ id }) => id === actorId);
        return row ? [{ actor: rowToActor(row), role }] : [];
      }),
    }
  );
}
