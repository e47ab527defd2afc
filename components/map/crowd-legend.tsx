"use client";

import { useCallback, useRef } from "react";
import { toCount } from "@/components/ui/counts";
import { selectCounted, selectTotals } from "@/state/crowd-selectors";
import { selectMode } from "@/state/selectors";
import type { DashboardState } from "@/state/store";
import { useDashboard, useWords } from "@/state/use-dashboard";
import styles from "./crowd-legend.module.css";

/** How to read the cells, and how many events of the window they hold. */
export default function CrowdLegend() {
  const numbers = useRef<HTMLParagraphElement>(null);
  const isShown = useDashboard((state) => selectMode(state) === "crowd");

  useWords(
    useCallback((state: DashboardState) => {
      const element = numbers.current;
      const text = toWords(state);
      if (element && element.textContent !== text) element.textContent = text;
    }, []),
  );

  return (
    <div className={styles.legend} hidden={!isShown}>
      <p ref={numbers} className={styles.numbers} />
      <ul className={styles.signs} aria-label="Signs of the cells">
        <li>
          <i className={styles.all} /> in the window
        </li>
        <li>
          <i className={styles.begun} /> begun by the playhead
        </li>
        <li>
          <i className={styles.now} /> on the playhead
        </li>
      </ul>
    </div>
  );
}

function toWords(state: DashboardState): string {
  if (!selectCounted(state)) return "Counting…";
  const { placed, unplaced } = selectTotals(state);
  const onMap = `${toCount(placed)} on the map`;
  return unplaced === 0 ? onMap : `${onMap} · ${toCount(unplaced)} without a place`;
}
