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
    return { key, own, wanted: countRows(own, toLabelEnd), needed: countRows(own, ({ right }) => right) };
  });
  const shares = toShares(lanes, rows);

  return lanes.map(({ key, own }, position) => {
    const share = shares[position] ?? 1;
    return { key, rows: share, marks: toMarks(own, toRows(own, share), share) };
  });
}

function toLabelEnd<T>({ right, labelWidth }: LaneItem<T>): CssPixels {
  return right + LABEL_GAP + labelWidth + GAP;
}

function countRows<T>(items: readonly LaneItem<T>[], endOf: (item: LaneItem<T>) => CssPixels): number {
  const ends: CssPixels[] = [];
  for (const item of items) {
    const free = ends.findIndex((end) => isFree(end, item));
    ends[free === -1 ? ends.length : free] = endOf(item);
  }
  return Math.max(1, ends.length);
}

// Half a pixel is forgiven: a day that ends where the next begins shares its row with it.
function isFree<T>(end: CssPixels, { left }: LaneItem<T>): boolean {
  return end - 0.5 <= left;
}

type Row = { end: CssPixels; labelEnd: CssPixels; canTurn: boolean };

// Each bar takes the first row in which it covers neither a bar nor a name. Where there is none, it covers a name,
// best one that can turn to the left of its bar; what covers a bar in every row is left over, in a row too many.
function toRows<T>(items: readonly LaneItem<T>[], most: number): number[] {
  const rows: Row[] = Array.from({ length: most }, () => ({
    end: Number.NEGATIVE_INFINITY,
    labelEnd: Number.NEGATIVE_INFINITY,
    canTurn: false,
  }));
  return items.map((item) => {
    const chosen =
      rows.find(({ labelEnd }) => isFree(labelEnd, item)) ??
      rows.find(({ end, canTurn }) => canTurn && isFree(end, item)) ??
      rows.find(({ end }) => isFree(end, item));
    if (!chosen) return most;
    const taken = isFree(chosen.labelEnd, item) ? chosen.labelEnd : chosen.end;
    chosen.canTurn = item.left - taken >= LABEL_GAP + item.labelWidth + GAP;
    chosen.end = item.right;
    chosen.labelEnd = toLabelEnd(item);
    return rows.indexOf(chosen);
  });
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
    ...byRow.flatMap((row, number) => toNamed(row, number)),
    ...toClusters(crowd).map((cluster) => ({
      row: lastRow,
      left: Math.min(...cluster.map(({ left }) => left)),
      right: Math.max(...cluster.map(({ right }) => right)),
      values: cluster.map(({ value }) => value),
      label: null,
    })),
  ];
}

// From left to right: a name stands to the right of its bar if there is room before the next, else to the left, else it
// is cut.
function toNamed<T>(row: readonly LaneItem<T>[], number: number): LaneMark<T>[] {
  let taken = Number.NEGATIVE_INFINITY;
  return row.map((item, position) => {
    const { left, right, labelWidth, value } = item;
    const after = (row[position + 1]?.left ?? Number.POSITIVE_INFINITY) - right - LABEL_GAP - GAP;
    const before = left - taken - LABEL_GAP - GAP;
    const label: LaneMark<T>["label"] =
      after >= labelWidth
        ? { side: "right", room: labelWidth }
        : before >= labelWidth
          ? { side: "left", room: labelWidth }
          : after >= SHORTEST_LABEL
            ? { side: "right", room: after }
            : null;
    taken = right + (label?.side === "right" ? LABEL_GAP + label.room : 0);
    return { row: number, left, right, values: [value], label };
  });
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
