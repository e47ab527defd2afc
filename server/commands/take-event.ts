import { isSlug } from "@/core/record/limits";
import type { DossierEvent, Id } from "@/core/record/record";
import { rowToEvent } from "../rows/records";
import type { Change } from "./change-dossier";
import { WriteRefusal } from "./write-refusal";

const WHOLE = {
  citations: { orderBy: { id: "asc" } },
  participations: { orderBy: { position: "asc" } },
} as const;

/**
 * An event to be changed. `seen` is the version that the writer saw, `null` if it does not matter. Throws a
 * WriteRefusal if it is not there, hidden, or has been changed since.
 */
export async function takeEvent(
  change: Pick<Change, "tx" | "dossier">,
  slug: string,
  seen: number | null,
): Promise<DossierEvent> {
  const row = await findEvent(change, slug);
  if (row.hiddenAt !== null) throw new WriteRefusal("gone", `The event ${slug} was deleted.`);
  checkSeen(`The event ${slug}`, row.version, seen);
  return rowToEvent(row);
}

/** An event that was deleted, to be shown again. */
export async function takeHiddenEvent(
  change: Pick<Change, "tx" | "dossier">,
  slug: string,
): Promise<DossierEvent> {
  const row = await findEvent(change, slug);
  if (row.hiddenAt === null) throw new WriteRefusal("conflict", `The event ${slug} is not deleted.`);
  return rowToEvent(row);
}

/** The event as it is, hidden or not; `null` once it is gone for good. */
export async function loadOwnEvent({ tx, dossier }: Pick<Change, "tx" | "dossier">, id: Id) {
  const row = await tx.event.findUnique({
    where: { dossierId_id: { dossierId: dossier.id, id } },
    include: WHOLE,
  });
  return row && { event: rowToEvent(row), isHidden: row.hiddenAt !== null };
}

/** Throws a WriteRefusal unless the version is the one that was seen. */
export function checkSeen(thing: string, version: number, seen: number | null): void {
  if (seen === null || seen === version) return;
  throw new WriteRefusal(
    "stale",
    `${thing} has been changed since: it is at version ${version}, not ${seen}.`,
  );
}

async function findEvent({ tx, dossier }: Pick<Change, "tx" | "dossier">, slug: string) {
  const unknown = new WriteRefusal("unknown", `There is no event ${slug} in dossier ${dossier.slug}.`);
  if (!isSlug(slug)) throw unknown;
  const where = { dossierId_slug: { dossierId: dossier.id, slug } };
  const row = await tx.event.findUnique({ where, include: WHOLE });
  if (row !== null) return row;
  const grave = await tx.tombstone.findUnique({
    where: { dossierId_subjectKind_slug: { dossierId: dossier.id, subjectKind: "event", slug } },
  });
  throw grave === null ? unknown : new WriteRefusal("gone", `The event ${slug} is gone for good.`);
}
