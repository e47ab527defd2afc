"use client";

import { toCount } from "@/components/ui/counts";
import type { Category, Status } from "@/core/record/vocabulary";
import type { Facet } from "@/state/selectors";
import { actions, type DashboardStore } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./filters.module.css";

/** A value of a facet with how many events have it. */
export type Option = { readonly value: string; readonly label: string; readonly count: number };

/** The values of one facet to choose from; none is shown without an event, unless it is chosen. */
export function OptionList({
  facet,
  title,
  options,
}: {
  readonly facet: Facet;
  readonly title: string;
  readonly options: readonly Option[];
}) {
  const store = useDashboardStore();
  const chosen: readonly string[] = useDashboard(({ view }) => view.filters[facet]);
  const shown = options.filter(({ value, count }) => count > 0 || chosen.includes(value));
  if (shown.length === 0) return null;
  return (
    <fieldset className={styles.options}>
      <legend>{title}</legend>
      {shown.map(({ value, label, count }) => (
        <label key={value} className={styles.option}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => toggle(store, facet, value)}
          />
          <span>{label}</span>
          <span className={styles.count}>{toCount(count)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function toggle(store: DashboardStore, facet: Facet, value: string): void {
  if (facet === "cat") actions.toggleFilter(store, facet, value as Category);
  else if (facet === "status") actions.toggleFilter(store, facet, value as Status);
  else actions.toggleFilter(store, facet, value);
}
