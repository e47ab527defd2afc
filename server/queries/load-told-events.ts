import { toReading } from "@/core/record/reading";
import type { Id } from "@/core/record/record";
import type { Day } from "@/core/time/day";
import type { ToldEvent } from "@/wire/api-event";
import type { Transaction } from "../db";
import { rowToActor, rowToEvent, rowToPassage, rowToPlace, rowToSource } from "../rows/records";
import { SHOWN } from "./shown";

/** The events as told up to `reportedBy`, in the order of `ids`; those of which nothing was said by then are left out. */
export async function loadToldEvents(
  db: Transaction,
  dossierId: Id,
  ids: readonly Id[],
  reportedBy: Day | null,
): Promise<ToldEvent[]> {
  const rows = await db.event.findMany({
    where: { dossierId, id: { in: [...ids] }, ...SHOWN },
    include: {
      place: true,
      origin: true,
      participations: { orderBy: { position: "asc" }, include: { actor: true } },
      citations: {
        orderBy: { id: "asc" },
        // A whole text for each citation would make a page of a large dossier heavy, and no reading needs it.
        include: { passage: { include: { text: { select: { source: true } } } } },
      },
    },
  });
  const told = new Map<Id, ToldEvent>();
  for (const row of rows) {
    const passages = row.citations.map(({ passage }) => passage);
    const lookups = {
      passages: new Map(passages.map((passage) => [passage.id, rowToPassage(passage)])),
      sources: new Map(passages.map(({ text: { source } }) => [source.id, rowToSource(source)])),
    };
    const reading = toReading(rowToEvent(row), lookups, reportedBy);
    if (reading === null) continue;
    told.set(row.id, {
      reading,
      place: row.place && rowToPlace(row.place),
      origin: row.origin && rowToPlace(row.origin),
      participations: row.participations.map(({ actor, role }) => ({ actor: rowToActor(actor), role })),
    });
  }
  return ids.flatMap((id) => told.get(id) ?? []);
}
