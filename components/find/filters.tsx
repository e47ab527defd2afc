"use client";

import { Icon } from "@/components/ui/icon";
import { CATEGORY_COLOURS, CATEGORY_LABELS, STATUS_LABELS } from "@/components/ui/labels";
import { Popover } from "@/components/ui/popover";
import { CATEGORIES, type Category, STATUSES, type Status } from "@/core/record/vocabulary";
import { NO_FILTERS } from "@/core/timeline/view";
import { type Facet, selectFacetCounts } from "@/state/selectors";
import { actions, type DashboardStore } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./filters.module.css";

/** Which events are shown: categories as chips, everything else behind a button each, always with counts. */
export function Filters() {
  const store = useDashboardStore();
  const filters = useDashboard(({ view }) => view.filters);
  const isFiltered = useDashboard(({ view }) =>
    Object.values(view.filters).some((values) => values.length > 0),
  );

  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <Categories />
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
        <div className={styles.onlyPhone}>
          <Options facet="cat" title="Category" />
        </div>
        <Options facet="actor" title="Actor" />
        <Options facet="place" title="Place" />
        <Options facet="source" title="Source" />
        <Options facet="status" title="Status" />
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

function Categories() {
  const store = useDashboardStore();
  const chosen = useDashboard(({ view }) => view.filters.cat);
  const counts = useDashboard(selectFacetCounts).cat;
  const present = useDashboard(({ index }) => index.dataset.events);
  return CATEGORIES.filter((category) => present.some((event) => event.category === category)).map(
    (category) => (
      <button
        key={category}
        type="button"
        className={`${styles.chip} ${styles.category}`}
        aria-pressed={chosen.includes(category)}
        onClick={() => actions.toggleFilter(store, "cat", category)}
      >
        <span className={styles.dot} style={{ background: CATEGORY_COLOURS[category] }} />
        {CATEGORY_LABELS[category]} <span className={styles.count}>{counts.get(category) ?? 0}</span>
      </button>
    ),
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

function Options({ facet, title }: { facet: Facet; title: string }) {
  const store = useDashboardStore();
  const chosen: readonly string[] = useDashboard(({ view }) => view.filters[facet]);
  const counts = useDashboard(selectFacetCounts)[facet];
  const options = useDashboard(selectOptions[facet]);
  const shown = options.filter(({ value }) => counts.has(value) || chosen.includes(value));
  if (shown.length === 0) return null;
  return (
    <fieldset className={styles.options}>
      <legend>{title}</legend>
      {shown.map(({ value, label }) => (
        <label key={value} className={styles.option}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => toggle(store, facet, value)}
          />
          <span>{label}</span>
          <span className={styles.count}>{counts.get(value) ?? 0}</span>
        </label>
      ))}
    </fieldset>
  );
}

type Option = { readonly value: string; readonly label: string };
type State = Parameters<typeof selectFacetCounts>[0];

const STATUS_OPTIONS: readonly Option[] = STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] }));
const CATEGORY_OPTIONS: readonly Option[] = CATEGORIES.map((value) => ({
  value,
  label: CATEGORY_LABELS[value],
}));

const selectOptions: Record<Facet, (state: State) => readonly Option[]> = {
  cat: () => CATEGORY_OPTIONS,
  status: () => STATUS_OPTIONS,
  actor: once(({ index }) => index.dataset.actors.map(({ slug, name }) => ({ value: slug, label: name }))),
  place: once(({ index }) => index.dataset.places.map(({ slug, name }) => ({ value: slug, label: name }))),
  source: once(({ index }) =>
    index.dataset.sources.map(({ slug, publisher, title }) => ({
      value: slug,
      label: `${publisher}: ${title}`,
    })),
  ),
};

// A selector must give the same list again as long as the dataset is the same, or React would render for ever.
function once(toOptions: (state: State) => Option[]): (state: State) => readonly Option[] {
  const known = new WeakMap<State["index"], readonly Option[]>();
  return (state) => {
    const options =
      known.get(state.index) ?? toOptions(state).toSorted((a, b) => a.label.localeCompare(b.label, "en"));
    known.set(state.index, options);
    return options;
  };
}

function toggle(store: DashboardStore, facet: Facet, value: string): void {
  if (facet === "cat") actions.toggleFilter(store, facet, value as Category);
  else if (facet === "status") actions.toggleFilter(store, facet, value as Status);
  else actions.toggleFilter(store, facet, value);
}
