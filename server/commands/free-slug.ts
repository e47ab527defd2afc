import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "../db";
import { toShortDigest, toWords } from "../import/slugs";

type Table = "source" | "passage" | "place" | "actor" | "event";

// Beyond these a slug says no more by its number than by letters that nobody else has.
const NUMBERS = [2, 3, 4, 5, 6, 7, 8, 9];

/**
 * A slug made of the beginning of a text, that nothing of its kind in the dossier has or had. A text
 * without letters of ASCII gives the name of the kind. The dossier has to be held.
 */
export async function toFreeSlug(
  tx: Transaction,
  dossierId: Id,
  table: Table,
  text: string,
): Promise<string> {
  const words = toWords(text) || table;
  const wanted = [words, ...NUMBERS.map((number) => `${words}-${number}`)];
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    select slug from ${Prisma.raw(table)} where "dossierId" = ${dossierId}::uuid and slug = any(${wanted})
    union all
    select slug from tombstone
    where "dossierId" = ${dossierId}::uuid and "subjectKind" = ${table} and slug = any(${wanted})`;
  const taken = new Set(rows.map(({ slug }) => slug));
  return wanted.find((slug) => !taken.has(slug)) ?? `${words}-${toShortDigest(crypto.randomUUID())}`;
}
