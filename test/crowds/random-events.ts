import fc from "fast-check";
import type { Columns } from "@/core/brush/columns";
import type { Cube } from "@/core/brush/cube";
import { NO_CELL, toCell, toWorld } from "@/core/brush/world";
import { CATEGORIES } from "@/core/record/vocabulary";
import { DAY, HOUR, type Instant, type Range, toRange } from "@/core/time/instant";

/** An event as a crowd knows it; `null` bounds are open, a `null` place is none. */
export type Point = {
  readonly begin: number | null;
  readonly end: number | null;
  readonly place: number | null;
  readonly category: number;
};

/** Three years in which everything lies, so that windows and events meet often. */
const FIRST = Date.UTC(2001, 0, 1);
const SPAN = 3 * 365 * DAY;

const PLACES = [
  [126.9784, 37.566],
  [139.6917, 35.6895],
  [139.3911, 35.8356],
  [-179.99, -16.5],
  [179.99, -16.6],
  [0, 0],
  [-3.7026, 40.4165],
].map(([lon = 0, lat = 0]) => toWorld(lon, lat));

const begins = fc.integer({ min: 0, max: SPAN / HOUR }).map((hours) => FIRST + hours * HOUR);
const lengths = fc.oneof(
  fc.integer({ min: 1, max: 48 }).map((hours) => hours * HOUR),
  fc.constantFrom(DAY, DAY, DAY, 30 * DAY, 400 * DAY),
);

export const points: fc.Arbitrary<Point> = fc
  .record({
    begin: begins,
    length: lengths,
    place: fc.option(fc.nat({ max: PLACES.length - 1 }), { freq: 6 }),
    category: fc.nat({ max: CATEGORIES.length - 1 }),
    open: fc.constantFrom("none", "none", "none", "none", "begin", "end"),
  })
  .map(({ begin, length, place, category, open }) => ({
    begin: open === "begin" ? null : begin,
    end: open === "end" ? null : begin + length,
    place,
    category,
  }));

export const windows: fc.Arbitrary<Range> = fc
  .tuple(
    fc.integer({ min: -200, max: (SPAN + 200 * DAY) / HOUR }),
    fc.oneof(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 400, max: 30_000 })),
  )
  .map(([at, hours]) => toRange((FIRST + at * HOUR) as Instant, (FIRST + (at + hours) * HOUR) as Instant));

export const masks = fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 2 ** CATEGORIES.length - 1 }));

/** Whether the event touches the window and passes the mask: the rule that every crowd is held against. */
export function isCounted(
  { begin, end, category }: Point,
  { start, end: until }: Range,
  mask: number,
): boolean {
  return (begin ?? -Infinity) < until && (end ?? Infinity) > start && (mask & (1 << category)) !== 0;
}

export function toColumns(events: readonly Point[]): Columns {
  const sorted = events.toSorted((a, b) => compare(a.begin ?? -Infinity, b.begin ?? -Infinity));
  return {
    begins: Float64Array.from(sorted, ({ begin }) => begin ?? -Infinity),
    ends: Float64Array.from(sorted, ({ end }) => end ?? Infinity),
    places: Int32Array.from(sorted, ({ place }) => place ?? -1),
    categories: Uint8Array.from(sorted, ({ category }) => category),
    placeX: Int32Array.from(PLACES, ({ x }) => x),
    placeY: Int32Array.from(PLACES, ({ y }) => y),
  };
}

/** The cube of the events by its definition, one sum at a time. */
export function toCube(events: readonly Point[], level: number, binDays: number): Cube {
  const bounds = events.flatMap(({ begin, end }) => [begin ?? [], end ?? []].flat());
  const firstEdge = Math.floor(Math.min(FIRST, ...bounds) / DAY / binDays) * binDays;
  // An edge beyond the last begin: what begins on an edge has not begun before it.
  const lastEdge = (Math.floor(Math.max(FIRST, ...bounds) / DAY / binDays) + 1) * binDays;
  const edges = (lastEdge - firstEdge) / binDays + 1;
  const keyOf = ({ place, category }: Point) => toPlaceCell(place, level) * CATEGORIES.length + category;
  const keys = [...new Set(events.map(keyOf))].toSorted((a, b) => a - b);
  const members = keys.map((key) => events.filter((event) => keyOf(event) === key));
  const startsBefore = new Int32Array(edges * keys.length);
  const endsBy = new Int32Array(edges * keys.length);
  for (let edge = 0; edge < edges; edge++) {
    const at = (firstEdge + edge * binDays) * DAY;
    members.forEach((own, column) => {
      startsBefore[edge * keys.length + column] = own.filter(({ begin }) => (begin ?? -Infinity) < at).length;
      endsBy[edge * keys.length + column] = own.filter(({ end }) => (end ?? Infinity) <= at).length;
    });
  }
  const middleOf = (axis: "x" | "y") =>
    Int32Array.from(members, (own) => PLACES[own[0]?.place ?? 0]?.[axis] ?? 0);
  return {
    firstEdge,
    binDays,
    edges,
    level,
    cells: Int32Array.from(members, (own) => toPlaceCell(own[0]?.place ?? null, level)),
    categories: Uint8Array.from(members, (own) => own[0]?.category ?? 0),
    x: middleOf("x"),
    y: middleOf("y"),
    startsBefore,
    endsBy,
  };
}

/** The cell in which an event is counted at a level. */
export function toPlaceCell(place: number | null, level: number): number {
  const point = place === null ? undefined : PLACES[place];
  return point ? toCell(point.x, point.y, level) : NO_CELL;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
