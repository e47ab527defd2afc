import type { DatasetIndex } from "@/core/record/dataset-index";
import { type Reading, toReading } from "@/core/record/reading";
import type { DossierEvent, Id } from "@/core/record/record";
import { compareWhens, touches } from "@/core/time/compatible";
import { UTC, type Zone } from "@/core/time/zone";
import type { Filters } from "@/core/timeline/view";
import { toFullKey, toKey } from "./crowd-state";
import { memoise } from "./memoise";
import type { DashboardState } from "./store";

/** Whether the panes show events one by one, or only how many there are. */
export type Mode = "events" | "crowd";

/** `crowd` while a dossier's events are too many to be held, or those of the window have not come yet. */
export const selectMode = memoise(
  ({ crowd, view }) => [crowd?.detail ?? null, crowd?.whole?.key, crowd === null, view] as const,
  (detail, wholeKey, isHeld, view): Mode => {
    if (isHeld) return "events";
    if (detail === null) return "crowd";
    const key = toKey(view);
    // What was asked for other filters stays until the new numbers are there.
    const isAsked = detail.key === key || detail.key === toFullKey(view) || wholeKey !== key;
    const { range } = detail;
    const isInside = range.start <= view.window.start && range.end >= view.window.end;
    return isAsked && isInside ? "events" : "crowd";
  },
);

/** Every event that a source had reported by the second clock, in time order, then the undated. */
export const selectReadings = memoise(
  (state) => [state.index, state.view.reportedBy] as const,
  (index, reportedBy): readonly Reading[] =>
    index.dataset.events
      .map((event) => toReading(event, index, reportedBy))
      .filter((reading) => reading !== null)
      .toSorted((a, b) => compareWhens(a.when, b.when)),
);

/**
 * The readings that pass the filters and the search, wherever the window is. In a crowd it is the one that is read,
 * if any: all others are only counted.
 */
export const selectFiltered = memoise(
  (state) => [selectMatching(state), selectMode(state), selectSelected(state)] as const,
  (matching, mode, selected): readonly Reading[] =>
    mode === "events" ? matching : selected ? [selected] : NONE,
);

const selectMatching = memoise(
  (state) => [selectReadings(state), state.view.filters, state.index, state.matches] as const,
  (readings, filters, index, matches): readonly Reading[] =>
    readings.filter(
      (reading) =>
        (matches === null || matches.has(reading.event.id)) &&
        FACETS.every((facet) => passes(reading, facet, filters, index)),
    ),
);

const NONE: readonly Reading[] = [];

/** The filtered readings that touch the window, in time order, then the undated: what map and list show. */
export const selectVisible = memoise(
  (state) => [selectFiltered(state), state.view.window] as const,
  (readings, window): readonly Reading[] =>
    readings.filter(({ when }) => when === null || touches(when.bounds, window)),
  keepIfSame,
);

/** The readings by event id, whatever the filters say: a link to an event shows it all the same. */
export const selectReadingsById = memoise(
  (state) => [selectReadings(state)] as const,
  (readings): ReadonlyMap<Id, Reading> => new Map(readings.map((reading) => [reading.event.id, reading])),
);

export const FACETS = ["cat", "actor", "place", "source", "status"] as const;
export type Facet = (typeof FACETS)[number];

/** For each facet, how many readings each value would leave if only the other facets and the search applied. */
export const selectFacetCounts = memoise(
  (state) => [selectReadings(state), state.view.filters, state.index, state.matches] as const,
  (readings, filters, index, matches): Record<Facet, ReadonlyMap<string, number>> => {
    const counts = { cat: count(), actor: count(), place: count(), source: count(), status: count() };
    for (const reading of readings) {
      if (matches !== null && !matches.has(reading.event.id)) continue;
      for (const facet of FACETS) {
        const others = FACETS.filter((other) => other !== facet);
        if (!others.every((other) => passes(reading, other, filters, index))) continue;
        for (const value of new Set(valuesOf(reading, facet, index))) {
          counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
        }
      }
    }
    return counts;
  },
);

/** The zone in which times are shown. */
export function selectZone(state: DashboardState): Zone {
  return state.view.clock === "utc" ? UTC : state.index.dataset.dossier.zone;
}

export function selectSelected(state: DashboardState): Reading | null {
  const { eventId } = state.focus;
  return eventId === null ? null : (selectReadingsById(state).get(eventId) ?? null);
}

/** The places an event touches: a leg has two. */
export function placesOf(event: DossierEvent): readonly Id[] {
  return [event.placeId, event.originId].filter((id) => id !== null);
}

function passes(reading: Reading, facet: Facet, filters: Filters, index: DatasetIndex): boolean {
  const wanted: readonly string[] = filters[facet];
  return wanted.length === 0 || valuesOf(reading, facet, index).some((value) => wanted.includes(value));
}

function valuesOf({ event, status, citations }: Reading, facet: Facet, index: DatasetIndex): string[] {
  switch (facet) {
    case "cat":
      return [event.category];
    case "status":
      return [status];
    case "source":
      return citations.map(({ source }) => source.slug);
    case "place":
      return placesOf(event).flatMap((id) => index.places.get(id)?.slug ?? []);
    case "actor":
      return event.participations.flatMap(({ actorId }) => index.actors.get(actorId)?.slug ?? []);
  }
}

function count(): Map<string, number> {
  return new Map();
}

function keepIfSame(before: readonly Reading[], after: readonly Reading[]): readonly Reading[] {
  const same = before.length === after.length && before.every((reading, i) => reading === after[i]);
  return same ? before : after;
}
