import { ALL_CATEGORIES, type Crowd } from "@/core/brush/crowd";
import { CATEGORIES } from "@/core/record/vocabulary";
import { selectMask } from "./crowd-selectors";
import type { Fed } from "./crowd-state";
import { memoise } from "./memoise";

/** Events of all time by category, whatever categories are chosen, under all other filters. */
export const selectCategoryCounts = memoise(
  ({ crowd, extent }) => [crowd?.whole ?? null, extent] as const,
  (whole: Fed<Crowd> | null, extent): Int32Array | null =>
    whole?.value.countTouching(whole.value.snap(extent), 1, ALL_CATEGORIES) ?? null,
);

/** The lanes of a crowd as positions in CATEGORIES: those that are chosen and have events. */
export const selectLanes = memoise(
  (state) => [selectCategoryCounts(state), selectMask(state)] as const,
  (counts, mask): readonly number[] =>
    [...CATEGORIES.keys()].filter((kind) => mask & (1 << kind) && (counts?.[kind] ?? 0) > 0),
);
