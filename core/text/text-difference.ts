/** A stretch in which two texts differ, sentence by sentence; `null` where nothing stands on that side. */
export type TextChange = { readonly before: string | null; readonly after: string | null };

/** In what two texts differ, in their order, as whole sentences. */
export function toTextDifference(before: string, after: string): TextChange[] {
  const [old, present] = [toUnits(before), toUnits(after)];
  const head = countCommon(old, present);
  const tail = countCommon(old.slice(head).toReversed(), present.slice(head).toReversed());
  const [gone, come] = [old.slice(head, old.length - tail), present.slice(head, present.length - tail)];
  // A table of more would take longer to fill than a reader waits; such texts have little in common anyway.
  if (gone.length * come.length > MOST_COMPARED) return toChanges([{ before: gone, after: come }]);
  return toChanges(align(gone, come));
}

const MOST_COMPARED = 4_000_000;

type Hunk = { before: string[]; after: string[] };

// The longest common subsequence by dynamic programming, read from its end to its begin and back.
function align(old: readonly string[], present: readonly string[]): Hunk[] {
  const width = present.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = present.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        old[row] === present[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const hunks: Hunk[] = [{ before: [], after: [] }];
  let [row, column] = [0, 0];
  while (row < old.length || column < present.length) {
    const [gone, come] = [old[row], present[column]];
    if (gone !== undefined && gone === come) {
      hunks.push({ before: [], after: [] });
      row++;
      column++;
    } else if (gone !== undefined && (come === undefined || at(row + 1, column) >= at(row, column + 1))) {
      hunks.at(-1)?.before.push(gone);
      row++;
    } else if (come !== undefined) {
      hunks.at(-1)?.after.push(come);
      column++;
    }
  }
  return hunks;
}

function toChanges(hunks: readonly { before: readonly string[]; after: readonly string[] }[]): TextChange[] {
  return hunks
    .filter(({ before, after }) => before.length + after.length > 0)
    .map(({ before, after }) => ({ before: before.join(" ") || null, after: after.join(" ") || null }));
}

// Coarser than the sentences that are marked, and many times faster: a history shows many texts at once.
const BREAK = /(?<=[.!?…][”’"')\]]*)\s+|\n+/u;

function toUnits(text: string): string[] {
  return text.split(BREAK).flatMap((unit) => unit.trim() || []);
}

function countCommon(a: readonly string[], b: readonly string[]): number {
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  return common;
}
