import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toWhen } from "../time/edtf";
import {
  DAY,
  FIRST_INSTANT,
  HOUR,
  type Instant,
  LAST_INSTANT,
  type Range,
  toInstant,
  toRange,
} from "../time/instant";
import { UTC } from "../time/zone";
import { panWindow, resizeWindow, revealInWindow, SHORTEST_WINDOW, toExtent, zoomWindow } from "./window";

const at = (text: string) => Date.parse(text) as Instant;
const OPENING = toRange(at("2023-01-15"), at("2023-02-04"));

const instants = fc.integer({ min: FIRST_INSTANT, max: LAST_INSTANT }).map((value) => value as Instant);
const windows = fc
  .tuple(instants, fc.double({ min: Math.log(SHORTEST_WINDOW), max: 33, noNaN: true }))
  .map(([start, log]) => {
    const length = Math.min(Math.ceil(Math.exp(log)), LAST_INSTANT - FIRST_INSTANT);
    const first = Math.min(start, LAST_INSTANT - length);
    return toRange(first as Instant, (first + length) as Instant);
  });

function expectInCalendar({ start, end }: Range): void {
  expect(toInstant(start)).toBe(start);
  expect(toInstant(end)).toBe(end);
  expect(end - start).toBeGreaterThanOrEqual(SHORTEST_WINDOW);
}

describe("panWindow", () => {
  it("keeps the length and stays in the calendar", () => {
    const shifts = fc.double({ min: -4e14, max: 4e14, noNaN: true });
    fc.assert(
      fc.property(windows, shifts, (window, shift) => {
        const panned = panWindow(window, shift);
        expectInCalendar(panned);
        expect(panned.end - panned.start).toBe(window.end - window.start);
      }),
    );
  });

  it("moves by what it is told where there is room", () => {
    expect(panWindow(OPENING, 3 * DAY)).toEqual(toRange(at("2023-01-18"), at("2023-02-07")));
    expect(panWindow(OPENING, -3 * DAY)).toEqual(toRange(at("2023-01-12"), at("2023-02-01")));
  });
});

describe("zoomWindow", () => {
  it("stays in the calendar and above the shortest window, whatever the factor", () => {
    fc.assert(
      fc.property(
        windows,
        instants,
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (window, anchor, factor) => {
          expectInCalendar(zoomWindow(window, factor, anchor));
        },
      ),
    );
  });

  it("leaves what is under the pointer there", () => {
    const factors = fc.double({ min: 0.2, max: 20, noNaN: true });
    fc.assert(
      fc.property(factors, fc.double({ min: 0, max: 1, noNaN: true }), (factor, share) => {
        const anchor = Math.round(OPENING.start + share * (OPENING.end - OPENING.start)) as Instant;
        const zoomed = zoomWindow(OPENING, factor, anchor);
        const length = zoomed.end - zoomed.start;
        expect(Math.abs(length - factor * (OPENING.end - OPENING.start))).toBeLessThanOrEqual(1);
        // A thousandth of a pixel on a screen of ten thousand.
        expect(Math.abs((anchor - zoomed.start) / length - share)).toBeLessThan(1e-7);
      }),
    );
  });
});

describe("resizeWindow", () => {
  it("moves one end and leaves the other", () => {
    fc.assert(
      fc.property(
        windows,
        instants,
        fc.constantFrom("start" as const, "end" as const),
        (window, to, edge) => {
          const resized = resizeWindow(window, edge, to);
          expectInCalendar(resized);
          const other = edge === "start" ? "end" : "start";
          expect(resized[other]).toBe(window[other]);
          const isFar =
            edge === "start" ? to <= window.end - SHORTEST_WINDOW : to >= window.start + SHORTEST_WINDOW;
          if (isFar) expect(resized[edge]).toBe(to);
        },
      ),
    );
  });
});

const texts = fc.oneof(
  fc.integer({ min: 2, max: 9997 }).map((year) => String(year).padStart(4, "0")),
  fc.integer({ min: 1, max: 28 }).map((day) => `2023-02-${String(day).padStart(2, "0")}`),
  fc.constantFrom("../2022-06-29", "2023-01-30/..", "2022/2023-02", "2023-01-29T17:00", "19XX"),
);
const whens = texts.map((text) => toWhen(text, UTC));

describe("revealInWindow", () => {
  it("leaves a window that shows the event as it is", () => {
    expect(revealInWindow(OPENING, toWhen("2023-01-29", UTC))).toBe(OPENING);
    expect(revealInWindow(OPENING, toWhen("2023-01-30/..", UTC))).toBe(OPENING);
  });

  it("keeps its length where the event fits", () => {
    const revealed = revealInWindow(OPENING, toWhen("2022-06-29", UTC));
    expect(revealed.end - revealed.start).toBe(OPENING.end - OPENING.start);
  });

  it("shows every known bound, and then changes no more", () => {
    fc.assert(
      fc.property(windows, whens, (window, when) => {
        const revealed = revealInWindow(window, when);
        expectInCalendar(revealed);
        const { beginEarliest, beginLatest, endEarliest, endLatest } = when.bounds;
        expect(revealed.start).toBeLessThanOrEqual(beginEarliest ?? endEarliest ?? Number.NaN);
        expect(revealed.end).toBeGreaterThanOrEqual(endLatest ?? beginLatest ?? Number.NaN);
        expect(revealInWindow(revealed, when)).toBe(revealed);
      }),
    );
  });
});

describe("toExtent", () => {
  it("reaches beyond the first and the last bound by a margin", () => {
    fc.assert(
      fc.property(fc.array(whens, { minLength: 1, maxLength: 12 }), (list) => {
        const extent = toExtent(list, OPENING);
        expectInCalendar(extent);
        for (const { bounds } of list) {
          for (const bound of Object.values(bounds)) {
            if (bound === null) continue;
            expect(bound - extent.start).toBeGreaterThanOrEqual(6 * HOUR);
            expect(extent.end - bound).toBeGreaterThanOrEqual(6 * HOUR);
          }
        }
      }),
    );
  });

  it("falls back where nothing is dated", () => {
    expect(toExtent([], OPENING)).toBe(OPENING);
  });
});
