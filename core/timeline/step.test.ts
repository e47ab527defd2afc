import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toWhen } from "../time/edtf";
import { DAY, HOUR, type Instant, toRange } from "../time/instant";
import { UTC } from "../time/zone";
import { advancePlayhead, toMoment, toStep } from "./step";

const at = (text: string) => Date.parse(text) as Instant;
const range = (start: string, end: string) => toRange(at(start), at(end));

describe("toStep", () => {
  it.each([
    ["2023-01-29", "2023-01-31", HOUR],
    ["2023-01-15", "2023-02-04", DAY],
    ["2020-01-01", "2023-01-01", 30 * DAY],
    ["1500-01-01", "2000-01-01", 365 * DAY],
  ])("from %s to %s", (start, end, step) => {
    expect(toStep(range(start, end))).toBe(step);
  });
});

describe("toMoment", () => {
  it.each([
    ["2023-01-29", "2023-01-29"],
    ["2022/2023", "2022-01-01"],
    ["../2022-06-29", "2022-06-29"],
    ["2023-01-30/..", "2023-01-30"],
  ])("of %s is %s", (text, day) => {
    expect(toMoment(toWhen(text, UTC))).toBe(at(day));
  });
});

describe("advancePlayhead", () => {
  const events = [range("2023-01-05", "2023-01-06"), range("2023-02-01", "2023-02-03")];
  const DAY_A_SECOND = DAY / 1000;

  it.each([
    ["inside an event, as fast as told", "2023-01-05T06:00Z", "2023-01-05T12:00Z"],
    ["after the last event, as fast as told", "2023-03-01T00:00Z", "2023-03-01T06:00Z"],
    ["over the quiet, to a second of play before the next", "2023-01-07T00:00Z", "2023-01-31T00:00Z"],
    ["within that second, as fast as told", "2023-01-31T06:00Z", "2023-01-31T12:00Z"],
  ])("moves %s", (_, playhead, expected) => {
    expect(advancePlayhead(at(playhead), 250, DAY_A_SECOND, events)).toBe(at(expected));
  });

  it("leaps over nothing unless asked", () => {
    expect(advancePlayhead(at("2023-01-07"), 1000, DAY_A_SECOND, null)).toBe(at("2023-01-08"));
  });

  it("never goes back, and never leaps past the begin of an event", () => {
    const starts = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 100 }),
        (list, day, elapsed) => {
          const busy = list.map((start) => toRange((start * DAY) as Instant, ((start + 1) * DAY) as Instant));
          const playhead = (day * DAY) as Instant;
          const plain = advancePlayhead(playhead, elapsed, DAY_A_SECOND, null);
          const moved = advancePlayhead(playhead, elapsed, DAY_A_SECOND, busy);
          expect(moved).toBeGreaterThanOrEqual(plain);
          expect(Number.isInteger(moved)).toBe(true);
          expect(busy.some(({ start }) => start > plain && start <= moved)).toBe(false);
        },
      ),
    );
  });
});
