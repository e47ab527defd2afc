"use client";

import { toCount } from "@/components/ui/counts";
import { CATEGORY_COLOURS, CATEGORY_LABELS } from "@/components/ui/labels";
import type { Category } from "@/core/record/vocabulary";
import { actions } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./filters.module.css";

/** A chip for each category, with its colour and how many events have it. */
export function CategoryChips({
  categories,
}: {
  readonly categories: readonly { readonly category: Category; readonly count: number }[];
}) {
  const store = useDashboardStore();
  const chosen = useDashboard(({ view }) => view.filters.cat);
  return categories.map(({ category, count }) => (
    <button
      key={category}
      type="button"
      className={`${styles.chip} ${styles.category}`}
      aria-pressed={chosen.includes(category)}
      onClick={() => actions.toggleFilter(store, "cat", category)}
    >
      <span className={styles.dot} style={{ background: CATEGORY_COLOURS[category] }} />
      {CATEGORY_LABELS[category]} <span className={styles.count}>{toCount(count)}</span>
    </button>
  ));
}
