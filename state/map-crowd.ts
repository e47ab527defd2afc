import { covers } from "@/core/brush/world-box";
import { type Counted, includes, selectCounted } from "./crowd-selectors";
import { memoise } from "./memoise";

/** The crowd that the map draws: finer than the one that counts, where a patch covers what is seen. */
export const selectMapCrowd = memoise(
  (state) => [state.crowd, selectCounted(state)] as const,
  (crowd, counted): Counted | null => {
    if (!counted || !crowd?.patch?.box || !crowd.sight) return counted;
    const { patch, sight, whole } = crowd;
    const isCovered = patch.key === whole?.key && patch.box !== null && covers(patch.box, sight.box);
    return isCovered && includes(patch.range, counted.range)
      ? { crowd: patch.value, range: counted.range, exact: null }
      : counted;
  },
);
