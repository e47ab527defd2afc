import { isSlug } from "@/core/record/limits";
import type { Day } from "@/core/time/day";
import type { ToldEvent } from "@/wire/api-event";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { loadDossierId } from "./load-dossier-id";
import { loadToldEvents } from "./load-told-events";
import { SHOWN } from "./shown";

/** One event as told up to `reportedBy` (`null`: until today); `null` if dossier or event is unknown, or unheard of. */
export async function loadEvent(
  dossierSlug: string,
  eventSlug: string,
  reportedBy: Day | null,
  db: Database = database(),
): Promise<ToldEvent | null> {
  return unlessAway(async () => {
    const dossierId = await loadDossierId(dossierSlug, db);
    if (dossierId === null || !isSlug(eventSlug)) return null;
    const event = await db.event.findUnique({
      where: { dossierId_slug: { dossierId, slug: eventSlug }, ...SHOWN },
      select: { id: true },
    });
    if (event === null) return null;
    const [told] = await loadToldEvents(db, dossierId, [event.id], reportedBy);
    return told ?? null;
  });
}
