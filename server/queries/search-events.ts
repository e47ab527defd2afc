import type { Id } from "@/core/record/record";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { loadDossierId } from "./load-dossier-id";
import { toMatchingEvents } from "./matching-events";

/** The ids of all events that a search finds in a dossier, in no order; `null` if there is no such dossier. */
export async function searchEvents(
  slug: string,
  typed: string,
  db: Database = database(),
): Promise<Id[] | null> {
  return unlessAway(async () => {
    const dossierId = await loadDossierId(slug, db);
    if (dossierId === null) return null;
    const rows = await db.$queryRaw<{ id: Id }[]>(toMatchingEvents(dossierId, typed));
    return rows.map(({ id }) => id);
  });
}
