import type { Id } from "@/core/record/record";
import type { Transaction } from "../db";

/** The newest entry in the history of a dossier; `null` if it has none. */
export async function loadNewestChange(db: Transaction, dossierId: Id): Promise<Id | null> {
  const newest = await db.revision.findFirst(toNewestChange(dossierId));
  return newest?.id ?? null;
}

/** The same as what Prisma is asked, for a transaction of several reads. */
export function toNewestChange(dossierId: Id) {
  return { where: { dossierId }, orderBy: { id: "desc" }, select: { id: true } } as const;
}
