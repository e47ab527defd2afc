import type { DatasetIndex } from "../record/dataset-index";
import type { Reading } from "../record/reading";
import { CATEGORIES } from "../record/vocabulary";
import type { LaneKey } from "./view";

/** Which lanes there are, from top to bottom, and in which of them a reading belongs. */
export type LanePlan = {
  readonly keys: readonly string[];
  readonly toKey: (reading: Reading) => string;
  /** The lane's name; `null` for a category, whose words belong to the interface. */
  readonly toName: (key: string) => string | null;
};

/** The lane of what has no lane of its own. */
export const REST = "rest";

/**
 * Plans at most `limit` lanes. Categories keep their order; actors and places go by the number of their events, and
 * the rare ones share the last lane. An event with several actors lies in the lane of the first that is named.
 */
export function planLanes(
  readings: readonly Reading[],
  lanesBy: LaneKey,
  index: DatasetIndex,
  limit: number,
): LanePlan {
  if (lanesBy === "category") {
    const present = new Set(readings.map(({ event }) => event.category));
    const keys = CATEGORIES.filter((category) => present.has(category));
    return { keys, toKey: ({ event }) => event.category, toName: () => null };
  }
  const idOf =
    lanesBy === "actor"
      ? ({ event }: Reading) => event.participations[0]?.actorId ?? REST
      : ({ event }: Reading) => event.placeId ?? REST;
  const counts = new Map<string, number>();
  for (const reading of readings) counts.set(idOf(reading), (counts.get(idOf(reading)) ?? 0) + 1);
  const named = [...counts].filter(([id]) => id !== REST).toSorted(([, a], [, b]) => b - a);
  const isAll = named.length === counts.size && named.length <= limit;
  const own = new Set(named.slice(0, isAll ? limit : limit - 1).map(([id]) => id));
  return {
    keys: isAll ? [...own] : [...own, REST],
    toKey: (reading) => (own.has(idOf(reading)) ? idOf(reading) : REST),
    toName: (key) =>
      key === REST
        ? lanesBy === "actor"
          ? "Others"
          : "Elsewhere"
        : ((lanesBy === "actor" ? index.actors : index.places).get(key)?.name ?? key),
  };
}
