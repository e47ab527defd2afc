import type { Names } from "@/core/record/difference";
import type { DossierEvent, Id } from "@/core/record/record";
import type { Database, Transaction } from "../db";

/** How the places, actors and passages are called that events refer to. */
export async function loadNames(
  db: Database | Transaction,
  dossierId: Id,
  events: readonly DossierEvent[],
): Promise<Names> {
  const of = (ids: readonly (Id | null)[]) => ({
    dossierId,
    id: { in: [...new Set(ids)].filter((id) => id !== null) },
  });
  const [places, actors, passages] = await Promise.all([
    db.place.findMany({
      where: of(events.flatMap(({ placeId, originId }) => [placeId, originId])),
      select: { id: true, name: true },
    }),
    db.actor.findMany({
      where: of(events.flatMap(({ participations }) => participations.map(({ actorId }) => actorId))),
      select: { id: true, name: true },
    }),
    db.passage.findMany({
      where: of(events.flatMap(({ citations }) => citations.map(({ passageId }) => passageId))),
      select: { id: true, exact: true },
    }),
  ]);
  return {
    places: new Map(places.map(({ id, name }) => [id, name])),
    actors: new Map(actors.map(({ id, name }) => [id, name])),
    quotes: new Map(passages.map(({ id, exact }) => [id, exact])),
  };
}
