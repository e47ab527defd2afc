import type { Source } from "@/core/record/record";
import type { Change } from "./change-dossier";
import { takeBrokenPassage } from "./take-broken-passage";
import { takeSource } from "./take-source";
import { tiePassages } from "./tie-passages";

/** Settles that a broken passage stays with the earlier text that it quotes. Throws a WriteRefusal. */
export async function keepPassage(
  change: Change,
  sourceSlug: string,
  passageSlug: string,
  seen: number | null,
): Promise<Source> {
  const source = await takeSource(change, sourceSlug, seen);
  const before = await takeBrokenPassage(change, source, passageSlug);
  if (!before.isKept) await tiePassages(change, "changed", [{ before, after: { ...before, isKept: true } }]);
  return source;
}
