import { isSlug } from "@/core/record/limits";
import type { Instant } from "@/core/time/instant";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { loadDossierId } from "./load-dossier-id";

/** What is told of an event or a source that was deleted; its title is not. */
export type Tombstone = {
  readonly slug: string;
  readonly at: Instant;
  readonly reason: string | null;
  /** The slug of the event that it became a part of. */
  readonly mergedInto: string | null;
  readonly canBeRestored: boolean;
};

/** The tombstone at an address; `null` if there was never anything there, or still is. */
export async function loadTombstone(
  dossierSlug: string,
  subject: "event" | "source",
  slug: string,
  db: Database = database(),
): Promise<Tombstone | null> {
  return unlessAway(async () => {
    const dossierId = await loadDossierId(dossierSlug, db);
    if (dossierId === null || !isSlug(slug)) return null;
    const hidden =
      subject === "event" ? await findEvent(db, dossierId, slug) : await findSource(db, dossierId, slug);
    const grave = await db.tombstone.findUnique({
      where: { dossierId_subjectKind_slug: { dossierId, subjectKind: subject, slug } },
    });
    const found = hidden ?? grave;
    if (found === null || found.hiddenAt === null) return null;
    const into = found.mergedIntoId
      ? await db.event.findUnique({ where: { dossierId_id: { dossierId, id: found.mergedIntoId } } })
      : null;
    return {
      slug,
      at: found.hiddenAt.getTime() as Instant,
      reason: found.hiddenReason,
      mergedInto: into?.slug ?? null,
      canBeRestored: hidden !== null,
    };
  });
}

function findEvent(db: Database, dossierId: string, slug: string) {
  return db.event.findUnique({
    where: { dossierId_slug: { dossierId, slug } },
    select: { hiddenAt: true, hiddenReason: true, mergedIntoId: true },
  });
}

async function findSource(db: Database, dossierId: string, slug: string) {
  const found = await db.source.findUnique({
    where: { dossierId_slug: { dossierId, slug } },
    select: { hiddenAt: true, hiddenReason: true },
  });
  return found && { ...found, mergedIntoId: null };
}
