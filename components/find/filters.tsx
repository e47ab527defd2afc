"use client";

import { CATEGORY_LABELS, STATUS_LABELS } from "@/components/ui/labels";
import { CATEGORIES, STATUSES } from "@/core/record/vocabulary";
import { type Facet, selectFacetCounts } from "@/state/selectors";
import { useDashboard } from "@/state/use-dashboard";
import { CategoryChips } from "./category-chips";
import { FilterBar } from "./filter-bar";
import styles from "./filters.module.css";
import { OptionList } from "./option-list";

/** Which events are shown: categories as chips, everything else behind a button each, always with counts. */
export function Filters() {
  return (
    <FilterBar categories={<Categories />}>
      <div className={styles.onlyPhone}>
        <Options facet="cat" title="Category" />
      </div>
      <Options facet="actor" title="Actor" />
      <Options facet="place" title="Place" />
      <Options facet="source" title="Source" />
      <Options facet="status" title="Status" />
    </FilterBar>
  );
}

function Categories() {
  const counts = useDashboard(selectFacetCounts).cat;
  const present = useDashboard(({ index }) => index.dataset.events);
  const categories = CATEGORIES.filter((category) => present.some((event) => event.category === category));
  return (
    <CategoryChips
      categories={categories.map((category) => ({ category, count: counts.get(category) ?? 0 }))}
    />
  );
}

function Options({ facet, title }: { facet: Facet; title: string }) {
  const counts = useDashboard(selectFacetCounts)[facet];
  const options = useDashboard(selectOptions[facet]);
  return (
    <OptionList
      facet={facet}
      title={title}
      options={options.map(({ value, label }) => ({ value, label, count: counts.get(value) ?? 0 }))}
    />
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
