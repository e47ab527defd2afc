import type { Id } from "@/core/record/record";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toMatchingEvents } from "./matching-events";

/** The ids of all events that a search finds in a dossier, in no order; `null` if there is no such dossier. */
export async function searchEvents(
  slug: string,
  typed: string,
  db: Database = database(),
): Promise<Id[] | null> {
  return unlessAway(async () => {
    const dossier = await db.dossier.findUnique({ where: { slug }, select: { id: true } });
    if (dossier === null) return null;
    const rows = await db.$queryRaw<{ id: Id }[]>(toMatchingEvents(dossier.id, typed));
    return rows.map(({ id }) => id);
  });
}
