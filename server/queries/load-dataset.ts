import { isSlug } from "@/core/record/limits";
import type { Dataset } from "@/core/record/record";
import { compareWhens } from "@/core/time/compatible";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { rowToActor, rowToDossier, rowToEvent, rowToPassage, rowToPlace, rowToSource } from "../rows/records";
import { toNewestChange } from "./load-newest-change";
import { SHOWN } from "./shown";

/** A dossier of more events is opened by its numbers: as much JSON as a first view can wait for. */
export const MOST_WHOLE = 2000;

/** All that a dossier's dashboard shows, as of one moment; `null` if there is no such dossier. */
export async function loadDataset(slug: string, db: Database = database()): Promise<Dataset | null> {
  if (!isSlug(slug)) return null;
  return unlessAway(async () => {
    const dossier = await db.dossier.findUnique({ where: { slug } });
    if (dossier === null) return null;

    const where = { dossierId: dossier.id };
    const shown = { ...where, ...SHOWN };
    // One snapshot: a citation must not point at a passage that was added between two reads.
    const [sources, passages, places, actors, events, newest] = await db.$transaction(
      [
        db.source.findMany({
          where: shown,
          orderBy: [{ publishedOn: "asc" }, { id: "asc" }],
          include: { current: { select: { text: true } } },
        }),
        db.passage.findMany({
          where: { ...where, text: { source: SHOWN } },
          orderBy: [{ sourceId: "asc" }, { start: "asc" }, { end: "desc" }],
        }),
        db.place.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }] }),
        db.actor.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }] }),
        db.event.findMany({
          where: shown,
          orderBy: { id: "asc" },
          include: {
            citations: { orderBy: { id: "asc" } },
            participations: { orderBy: { position: "asc" } },
          },
        }),
        db.revision.findFirst(toNewestChange(dossier.id)),
      ],
      { isolationLevel: "RepeatableRead" },
    );
    return {
      dossier: rowToDossier(dossier),
      sources: sources.map((row) => rowToSource(row, row.current.text)),
      passages: passages.map(rowToPassage),
      places: places.map(rowToPlace),
      actors: actors.map(rowToActor),
      events: events.map(rowToEvent).toSorted((a, b) => compareWhens(a.when, b.when)),
      changeId: newest?.id ?? null,
    };
  });
}
