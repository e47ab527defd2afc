/** Pixels of the page, not of the screen. */
export type CssPixels = number;

/** A bar on one scale, with the room that its label asks for; `left` counts from the start of the whole dossier. */
export type LaneItem<T> = {
  readonly lane: string;
  readonly left: CssPixels;
  readonly right: CssPixels;
  readonly labelWidth: CssPixels;
  readonly value: T;
};

export type LaneMark<T> = {
  readonly row: number;
  readonly left: CssPixels;
  readonly right: CssPixels;
  /** One value is a bar, more are a counted cluster. */
  readonly values: readonly T[];
  /** Where the label goes and how much room it has; `null` is nowhere. */
  readonly label: { readonly side: "left" | "right"; readonly room: CssPixels } | null;
};

export type Lane<T> = { readonly key: string; readonly rows: number; readonly marks: readonly LaneMark<T>[] };

const GAP: CssPixels = 4;
const LABEL_GAP: CssPixels = 8;
// Shorter than this, a cut label says nothing ("Stolt…").
const SHORTEST_LABEL: CssPixels = 56;

/**
 * Stacks overlapping bars in rows, lane by lane in the order of `keys`, within `rows` rows in all; what finds no row
 * becomes a counted cluster in its lane's last row. The result depends on the scale but not on what is on the
 * screen, so that nothing changes its row while the window is dragged.
 */
export function layOutLanes<T>(
  items: readonly LaneItem<T>[],
  keys: readonly string[],
  rows: number,
): readonly Lane<T>[] {
  const sorted = items.toSorted((a, b) => a.left - b.left || a.right - b.right);
  const lanes = keys.map((key) => {
    const own = sorted.filter(({ lane }) => lane === key);
    const roomy = toRows(own, ({ right, labelWidth }) => right + LABEL_GAP + labelWidth + GAP);
    const tight = toRows(own, ({ right }) => right);
    return { key, own, roomy, tight, wanted: countRows(roomy), needed: countRows(tight) };
  });
  const shares = toShares(lanes, rows);

  return lanes.map(({ key, own, roomy, tight, wanted }, position) => {
    const share = shares[position] ?? 1;
    const placed = wanted <= share ? roomy : tight;
    return { key, rows: share, marks: toMarks(own, placed, share) };
  });
}

function toRows<T>(items: readonly LaneItem<T>[], endOf: (item: LaneItem<T>) => CssPixels): number[] {
  const ends: CssPixels[] = [];
  return items.map((item) => {
    // Half a pixel is forgiven: a day that ends where the next begins shares its row with it.
    const free = ends.findIndex((end) => end - 0.5 <= item.left);
    const row = free === -1 ? ends.length : free;
    ends[row] = endOf(item);
    return row;
  });
}

function countRows(rows: readonly number[]): number {
  return Math.max(1, ...rows.map((row) => row + 1));
}

// Every lane gets a row, then the rows without which bars would be hidden, then those that give labels their room.
function toShares(lanes: readonly { wanted: number; needed: number }[], rows: number): number[] {
  const shares = lanes.map(() => 1);
  let left = rows - lanes.length;
  for (const goal of ["needed", "wanted"] as const) {
    let grew = true;
    while (left > 0 && grew) {
      grew = false;
      lanes.forEach((lane, position) => {
        const share = shares[position] ?? 1;
        if (left > 0 && share < lane[goal]) {
          shares[position] = share + 1;
          left -= 1;
          grew = true;
        }
      });
    }
  }
  return shares;
}

function toMarks<T>(items: readonly LaneItem<T>[], rows: readonly number[], share: number): LaneMark<T>[] {
  const isCrowded = rows.some((row) => row >= share);
  const lastRow = share - 1;
  const byRow: LaneItem<T>[][] = Array.from({ length: share }, () => []);
  const crowd: LaneItem<T>[] = [];
  items.forEach((item, position) => {
    const row = rows[position] ?? 0;
    if (isCrowded && row >= lastRow) crowd.push(item);
    else byRow[row]?.push(item);
  });
  return [
    ...byRow.flatMap((row, number) => row.map((item, position) => toMark(row, position, item, number))),
    ...toClusters(crowd).map((cluster) => ({
      row: lastRow,
      left: Math.min(...cluster.map(({ left }) => left)),
      right: Math.max(...cluster.map(({ right }) => right)),
      values: cluster.map(({ value }) => value),
      label: null,
    })),
  ];
}

function toMark<T>(
  row: readonly LaneItem<T>[],
  position: number,
  item: LaneItem<T>,
  number: number,
): LaneMark<T> {
  const after = (row[position + 1]?.left ?? Number.POSITIVE_INFINITY) - item.right - LABEL_GAP - GAP;
  const before = item.left - (row[position - 1]?.right ?? Number.NEGATIVE_INFINITY) - LABEL_GAP - GAP;
  const mark = { row: number, left: item.left, right: item.right, values: [item.value] };
  if (after >= item.labelWidth) return { ...mark, label: { side: "right", room: item.labelWidth } };
  // To the left only next to the row's first bar: between two bars, both labels could want the same room.
  if (position === 0 && before >= item.labelWidth) {
    return { ...mark, label: { side: "left", room: item.labelWidth } };
  }
  return { ...mark, label: after >= SHORTEST_LABEL ? { side: "right", room: after } : null };
}

function toClusters<T>(crowd: readonly LaneItem<T>[]): LaneItem<T>[][] {
  const clusters: LaneItem<T>[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const item of crowd) {
    const last = clusters.at(-1);
    if (last && item.left < end) last.push(item);
    else clusters.push([item]);
    end = Math.max(end, item.right);
  }
  return clusters;
}
