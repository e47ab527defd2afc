"use client";

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { NO_FILTERS } from "@/core/timeline/view";
import { actions } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./filters.module.css";

/** The chips of the categories, everything else behind one button, and the way out of all filters. */
export function FilterBar({
  categories,
  children,
}: {
  readonly categories: ReactNode;
  readonly children: ReactNode;
}) {
  const store = useDashboardStore();
  const filters = useDashboard(({ view }) => view.filters);
  const isFiltered = Object.values(filters).some((values) => values.length > 0);
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      {categories}
      <Popover
        name="More filters"
        className={styles.chip}
        label={
          <>
            <Icon name="filter" /> Filters
            <ActiveCount />
          </>
        }
      >
        {children}
      </Popover>
      {isFiltered && (
        <button
          type="button"
          className={`${styles.chip} ${styles.clear}`}
          onClick={() => actions.setFilters(store, NO_FILTERS)}
        >
          <Icon name="close" /> Clear
          <span className="visually-hidden"> {filters.q === "" ? "filters" : "filters and search"}</span>
        </button>
      )}
    </div>
  );
}

function ActiveCount() {
  const count = useDashboard(({ view }) => {
    const { actor, place, source, status } = view.filters;
    return actor.length + place.length + source.length + status.length;
  });
  return count === 0 ? null : (
    <span className={styles.active}>
      {count}
      <span className="visually-hidden"> chosen</span>
    </span>
  );
}
