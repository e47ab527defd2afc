"use client";

import { useCallback, useRef } from "react";
import { toCount } from "@/components/ui/counts";
import { selectCounted, selectTotals } from "@/state/crowd-selectors";
import type { DashboardState } from "@/state/store";
import { useDashboardStore, useWords } from "@/state/use-dashboard";

/** How many events are listed; the number follows the hand, past React. */
export function EventTotal({ className }: { className: string | undefined }) {
  const store = useDashboardStore();
  const total = useRef<HTMLSpanElement>(null);
  const first = useRef(toWords(store.getState())).current;
  useWords(
    useCallback((state: DashboardState) => {
      const words = toWords(state);
      if (total.current && total.current.textContent !== words) total.current.textContent = words;
    }, []),
  );
  return (
    <span ref={total} className={className}>
      {first}
    </span>
  );
}

function toWords(state: DashboardState): string {
  const { placed, unplaced, undated } = selectTotals(state);
  if (!state.crowd) return toCount(placed + unplaced + undated);
  if (!selectCounted(state)) return "…";
  const dated = toCount(placed + unplaced);
  return undated === 0 ? dated : `${dated} and ${toCount(undated)} undated`;
}
