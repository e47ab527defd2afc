import { toCheckedSource } from "@/core/record/check-source";
import type { Source } from "@/core/record/record";
import type { SourcePatch } from "@/wire/write";
import type { Change } from "./change-dossier";
import { toSha256 } from "./sha256";
import { storeSource } from "./store-source";
import { takeSource } from "./take-source";

/** Changes what is said of a source; what is left out stays. Throws a FieldError or a WriteRefusal. */
export async function updateSource(
  change: Change,
  slug: string,
  seen: number | null,
  { reason: _, ...patch }: SourcePatch,
): Promise<Source> {
  const before = await takeSource(change, slug, seen);
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const wanted: Source = { ...before, ...Object.fromEntries(given) };
  const after = toCheckedSource("The source", wanted, before, toSha256);
  const isSame = given.every(([key]) => before[key as keyof Source] === after[key as keyof Source]);
  if (isSame) return before;
  const next = { ...after, version: before.version + 1 };
  await storeSource(change, "changed", before, next);
  return next;
}
