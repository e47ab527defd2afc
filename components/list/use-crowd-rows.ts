"use client";

import { useEffect, useState } from "react";
import { createCounts } from "@/core/brush/crowd";
import { toCellBox } from "@/core/brush/world-box";
import { CATEGORIES } from "@/core/record/vocabulary";
import type { Milliseconds } from "@/core/time/instant";
import type { CrowdFeed } from "@/state/crowd-feed";
import { createRows, type Rows, type RowsQuery } from "@/state/crowd-rows";
import { selectCounted, selectMask, selectTotals } from "@/state/crowd-selectors";
import { selectMapCrowd } from "@/state/map-crowd";
import { selectMode } from "@/state/selectors";
import type { DashboardState } from "@/state/store";
import { useDashboardStore } from "@/state/use-dashboard";

// Longer than the map waits: a list that changed under the hand could not be read.
const REST: Milliseconds = 250;

export type CrowdRows = {
  readonly rows: Rows | null;
  /** Counts up with every page that comes. */
  readonly version: number;
  /** Whether another list is awaited. */
  readonly isStale: boolean;
  readonly hasFailed: boolean;
  readonly retry: () => void;
};

/** The list of a crowd's window, or of what is listed instead, once the hand rests; the last one stays until then. */
export function useCrowdRows(feed: CrowdFeed): CrowdRows {
  const store = useDashboardStore();
  const [rows, setRows] = useState<Rows | null>(null);
  const [version, setVersion] = useState(0);
  const [isStale, setStale] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same again
  useEffect(() => {
    let key = "";
    let next: Rows | null = null;
    let isFirst = true;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function settle(): void {
      const state = store.getState();
      const query = toRowsQuery(state);
      if (!query) return;
      const asked = toKey(query, state);
      if (asked === key) return setStale(false);
      key = asked;
      next?.end();
      const created = createRows(
        feed,
        query,
        () => {
          setRows(created);
          setVersion((count) => count + 1);
          setStale(false);
          setFailed(false);
        },
        () => setFailed(true),
      );
      next = created;
      // The first list shows its empty rows; a later one waits until it has something in the place of the one before.
      if (created.size() === 0 || isFirst) setRows(created);
      isFirst = false;
      created.want(0, 1);
    }

    const unsubscribe = store.subscribe((state, before) => {
      if (state.view === before.view && state.crowd === before.crowd) return;
      if (toRowsKeyParts(state).some((part, i) => part !== toRowsKeyParts(before)[i])) setStale(true);
      clearTimeout(timer);
      timer = setTimeout(settle, REST);
    });
    settle();
    return () => {
      unsubscribe();
      clearTimeout(timer);
      next?.end();
    };
  }, [store, feed, attempt]);

  return { rows, version, isStale, hasFailed, retry: () => setAttempt(attempt + 1) };
}

function toRowsKeyParts({ view, crowd }: DashboardState): readonly unknown[] {
  return [view.window, view.filters, view.reportedBy, crowd?.listed, crowd?.edition];
}

function toKey({ range, dated, undated }: RowsQuery, { view, crowd }: DashboardState): string {
  const { listed, edition } = crowd ?? {};
  return JSON.stringify([range, dated, undated, view.filters, view.reportedBy, listed, edition]);
}

function toRowsQuery(state: DashboardState): RowsQuery | null {
  const { crowd, view } = state;
  const counted = selectCounted(state);
  if (!crowd || !counted) return null;
  const { filters, reportedBy } = view;
  const { placed, unplaced, undated } = selectTotals(state);
  const mask = selectMask(state);
  if (crowd.listed?.kind === "undated") {
    return {
      filters,
      reportedBy,
      range: null,
      box: null,
      dated: 0,
      undated: Math.max(1, undated),
      counted: null,
    };
  }
  if (crowd.listed?.kind === "cell") {
    const { level, cell } = crowd.listed;
    const { range } = counted;
    const dated = countCell(state, level, cell);
    return { filters, reportedBy, range, box: toCellBox(cell, level), dated, undated: 0, counted: null };
  }
  if (selectMode(state) === "events") return null;
  const dated = placed + unplaced;
  return {
    filters,
    reportedBy,
    range: counted.range,
    box: null,
    dated,
    undated,
    counted: { crowd: counted.crowd, mask },
  };
}

function countCell(state: DashboardState, level: number, cell: number): number {
  const counted = selectMapCrowd(state);
  if (!counted) return 0;
  const groups = counted.crowd.groupCells(level);
  const counts = createCounts(groups, CATEGORIES.length);
  counted.crowd.countCells(groups, counted.range, state.view.playhead, selectMask(state), counts);
  const group = groups.cells.indexOf(cell);
  return (counts.past[group] ?? 0) + (counts.now[group] ?? 0) + (counts.future[group] ?? 0);
}
