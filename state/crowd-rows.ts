import type { CategoryMask, Crowd } from "@/core/brush/crowd";
import { sumKinds, toTimeBins } from "@/core/brush/time-bins";
import type { WorldBox } from "@/core/brush/world-box";
import type { Instant, Range } from "@/core/time/instant";
import type { Told } from "@/wire/records";
import type { CrowdFeed, CrowdQuery, PagePosition } from "./crowd-feed";

/** Which events a long list holds: those of a window, in a box if there is one, and then the undated. */
export type RowsQuery = CrowdQuery & {
  /** `null` lists the undated alone. */
  readonly range: Range | null;
  readonly box: WorldBox | null;
  readonly dated: number;
  /** As far as it is known; the list finds more when it comes to its end. */
  readonly undated: number;
  /** Where in time the rows lie; `null` where nobody has counted. */
  readonly counted: { readonly crowd: Crowd; readonly mask: CategoryMask } | null;
};

/** A list of events of which only what is looked at is loaded. */
export type Rows = {
  readonly query: RowsQuery;
  readonly size: () => number;
  readonly at: (row: number) => Told | null;
  /** Loads what is missing of `[first, last)`; an earlier wish that is not yet met is forgotten. */
  readonly want: (first: number, last: number) => void;
  readonly end: () => void;
};

/** Rows that follow on one another, from `start` on. */
type Segment = {
  start: number;
  readonly items: Told[];
  next: string | null;
  readonly isUndated: boolean;
};

const PAGE = 100;
// Nearer than this, the pages between are read; further away, the list begins anew where it is looked at.
const NEAR = 3 * PAGE;
// Bins by which a row's time is found: with a million rows, one holds about 500.
const BINS = 2000;

/** Makes the list; `onChange` hears of every page that has come, `onFailure` that one could not be had. */
export function createRows(
  feed: Pick<CrowdFeed, "loadPage">,
  query: RowsQuery,
  onChange: () => void,
  onFailure: () => void,
): Rows {
  const segments: Segment[] = [];
  let undated = query.undated;
  let current: { abort: AbortController; segment: Segment } | null = null;
  const toStart = createLocator(query);

  const locate = (row: number) =>
    segments.findLast(({ start, items }) => row >= start && row < start + items.length);

  // The segment that reading on brings to the row soon, or a new one that begins near it.
  function reach(row: number): { segment: Segment; from: PagePosition } {
    const isUndated = row >= query.dated;
    const near = segments.findLast(
      ({ start, items, next, isUndated: same }) =>
        same === isUndated && next !== null && row >= start && row < start + items.length + NEAR,
    );
    if (near?.next) return { segment: near, from: { kind: "cursor", cursor: near.next } };
    const { start, from } = isUndated
      ? { start: query.dated, from: { kind: "undated" } as const }
      : toStart(row);
    return { segment: { start, items: [], next: null, isUndated }, from };
  }

  function want(first: number, last: number): void {
    let row = Math.max(0, first);
    while (row < last && locate(row)) row++;
    if (row >= last || row >= size()) return;
    const { segment, from } = reach(row);
    if (current && isSame(current.segment, segment)) return;
    current?.abort.abort();
    const abort = new AbortController();
    const own = { abort, segment };
    current = own;
    const { filters, reportedBy, range, box } = query;
    const place = segment.isUndated ? { range: null, box: null } : { range, box };
    feed.loadPage({ filters, reportedBy, ...place, from, limit: PAGE }, abort.signal).then(
      (page) => {
        if (current !== own) return;
        current = null;
        if (segment.items.length === 0) segments.push(segment);
        segment.items.push(...page.items);
        segment.next = page.next;
        settle(segment);
        onChange();
        want(first, last);
      },
      () => {
        if (current !== own) return;
        current = null;
        onFailure();
      },
    );
  }

  function settle(segment: Segment): void {
    const end = segment.start + segment.items.length;
    if (segment.isUndated) {
      const more = segment.next === null ? 0 : 1;
      undated = segment.next === null ? end - query.dated : Math.max(undated, end - query.dated + more);
    } else if (segment.next === null) {
      // Where the time of a row was only estimated, the end tells where its segment really begins.
      segment.start = Math.max(0, query.dated - segment.items.length);
    }
  }

  const size = () => query.dated + undated;

  return {
    query,
    size,
    at(row) {
      const segment = locate(row);
      return segment?.items[row - segment.start] ?? null;
    },
    want,
    end: () => current?.abort.abort(),
  };
}

// What is read on is the same segment, and what begins anew in the same place is the same page.
function isSame(a: Segment, b: Segment): boolean {
  const areNew = a.items.length === 0 && b.items.length === 0;
  return a === b || (areNew && a.start === b.start && a.isUndated === b.isUndated);
}

type Start = { readonly start: number; readonly from: PagePosition };

// Rows lie in the order of their begins: first what had begun before the window, then bin after bin.
function createLocator({ range, dated, counted }: RowsQuery): (row: number) => Start {
  if (!range) return () => ({ start: 0, from: { kind: "start" } });
  if (!counted) return (row) => toStartBetween(row, 0, dated, range, dated);
  const { crowd, mask } = counted;
  const bins = toTimeBins(crowd, range, BINS * 3, range);
  const counts = sumKinds(crowd.countBegins(bins.range, bins.count, mask));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const before = Math.max(0, dated - all);
  return (row) => {
    if (row < before + PAGE) return { start: 0, from: { kind: "start" } };
    let first = before;
    let bin = 0;
    while (bin < counts.length - 1 && first + (counts[bin] ?? 0) <= row) first += counts[bin++] ?? 0;
    const start = (bins.range.start + bin * bins.width) as Instant;
    const part = { start, end: (start + bins.width) as Instant };
    return toStartBetween(row, first, first + (counts[bin] ?? 0), part, dated);
  };
}

// Within a bin nobody knows the time of a row: near its begin that is where to begin, further on it is estimated.
function toStartBetween(
  row: number,
  first: number,
  end: number,
  { start, end: until }: Range,
  dated: number,
): Start {
  if (row < PAGE) return { start: 0, from: { kind: "start" } };
  const isNear = row - first < NEAR;
  const portion = isNear || end <= first ? 0 : (row - first) / (end - first);
  const at = Math.floor(start + portion * (until - start)) as Instant;
  return { start: Math.min(isNear ? first : row, dated - 1), from: { kind: "instant", at } };
}
