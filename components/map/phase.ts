import type { Reading } from "@/core/record/reading";
import type { Category, Status } from "@/core/record/vocabulary";
import type { Instant, Range } from "@/core/time/instant";
import type { Bounds } from "@/core/time/when";

/** Where an event stands to the playhead. */
export type Phase = "past" | "current" | "future" | "undated";

/** How long ago a past event ended, in steps from fresh to faded. */
export type Age = 0 | 1 | 2 | 3;

/** What a mark shows of the events behind it. */
export type MarkState = {
  /** The event that speaks for all: on the playhead, else the last before it, else the first after, else undated. */
  readonly lead: Reading;
  readonly phase: Phase;
  readonly age: Age;
  readonly status: Status;
};

// Parts of the window's length after its end at which an event fades by one step.
const FADES = [0.08, 0.3, 0.6] as const;

/** What a mark with these events shows at the playhead; `null` without events. */
export function toMarkState(
  readings: readonly Reading[],
  playhead: Instant,
  window: Range,
): MarkState | null {
  const lead = locateLead(readings, playhead);
  if (!lead) return null;
  const phase = toPhase(lead, playhead);
  return { lead, phase, age: phase === "past" ? toAge(lead, playhead, window) : 0, status: lead.status };
}

export function toPhase({ when }: Reading, playhead: Instant): Phase {
  if (!when) return "undated";
  if (playhead < beginOf(when.bounds)) return "future";
  return playhead < endOf(when.bounds) ? "current" : "past";
}

/** How much of the event lies before the playhead, from 0 to 1; what has no begin or no end is there as a whole. */
export function toProgress({ when }: Reading, playhead: Instant): number {
  if (!when) return 1;
  const begin = beginOf(when.bounds);
  const end = endOf(when.bounds);
  if (playhead < begin) return 0;
  if (!Number.isFinite(end - begin) || end <= begin) return 1;
  return Math.min(1, (playhead - begin) / (end - begin));
}

function toAge({ when }: Reading, playhead: Instant, window: Range): Age {
  if (!when) return 0;
  const since = (playhead - endOf(when.bounds)) / (window.end - window.start);
  return FADES.filter((fade) => since >= fade).length as Age;
}

/** The categories of the events, the most frequent first. */
export function countCategories(readings: readonly Reading[]): readonly (readonly [Category, number])[] {
  const counts = new Map<Category, number>();
  for (const { event } of readings) counts.set(event.category, (counts.get(event.category) ?? 0) + 1);
  return [...counts].toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
}

function locateLead(readings: readonly Reading[], playhead: Instant): Reading | null {
  let best: Reading | null = null;
  for (const reading of readings) {
    if (!best || isCloser(reading, best, playhead)) best = reading;
  }
  return best;
}

const ORDER: Record<Phase, number> = { current: 0, past: 1, future: 2, undated: 3 };

// Of several on the playhead the shortest speaks: a year says less of this hour than a day does.
function isCloser(a: Reading, b: Reading, playhead: Instant): boolean {
  const phase = toPhase(a, playhead);
  const order = ORDER[phase] - ORDER[toPhase(b, playhead)];
  if (order !== 0) return order < 0;
  if (!a.when || !b.when) return false;
  const [one, other] = [a.when.bounds, b.when.bounds];
  if (phase === "past") return endOf(one) > endOf(other);
  if (phase === "future") return beginOf(one) < beginOf(other);
  return endOf(one) - beginOf(one) < endOf(other) - beginOf(other);
}

function beginOf({ beginEarliest }: Bounds): number {
  return beginEarliest ?? Number.NEGATIVE_INFINITY;
}

function endOf({ endLatest }: Bounds): number {
  return endLatest ?? Number.POSITIVE_INFINITY;
}
