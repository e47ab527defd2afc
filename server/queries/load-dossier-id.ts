import { isSlug } from "@/core/record/limits";
import type { Id } from "@/core/record/record";
import { type Database, database, type Transaction } from "../db";

/** The id behind a dossier's slug; `null` for an unknown one, and for a text that can be none. */
export async function loadDossierId(
  slug: string,
  db: Database | Transaction = database(),
): Promise<Id | null> {
  if (!isSlug(slug)) return null;
  const dossier = await db.dossier.findUnique({ where: { slug }, select: { id: true } });
  return dossier?.id ?? null;
}
