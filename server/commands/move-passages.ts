import type { Passage, Source } from "@/core/record/record";
import { locateOnce } from "@/core/text/anchor";
import { verifyQuote } from "@/core/text/quote";
import { rowToPassage } from "../rows/records";
import type { Change } from "./change-dossier";
import { tiePassages } from "./tie-passages";

/**
 * Ties the passages of a source's other texts to its present one where it says the same words exactly once. The others
 * stay with the text that they quote: what they mean in this one is for somebody to decide.
 */
export async function movePassages(change: Change, source: Source): Promise<void> {
  const { tx, dossier } = change;
  const rows = await tx.passage.findMany({
    where: {
      ...{ dossierId: dossier.id, sourceId: source.id },
      OR: [{ sourceSha256: { not: source.sha256 } }, { isKept: true }],
    },
    orderBy: { id: "asc" },
  });
  const moves = rows.map(rowToPassage).flatMap((before) => {
    const after = toMoved(source, before);
    return after ? [{ before, after }] : [];
  });
  await tiePassages(change, "moved", moves);
}

function toMoved(source: Source, passage: Passage): Passage | null {
  // The text that it was kept with has come back.
  if (passage.sourceSha256 === source.sha256) return { ...passage, isKept: false };
  const at = locateOnce(source.text, passage.exact);
  if (at === null) return null;
  const length = passage.end - passage.start;
  const { start, end, prefix, suffix } = verifyQuote(source, at, at + length, passage.exact);
  return { ...passage, sourceSha256: source.sha256, isKept: false, start, end, prefix, suffix };
}
