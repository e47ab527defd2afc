"use client";

import { CATEGORY_LABELS, STATUS_LABELS } from "@/components/ui/labels";
import { CATEGORIES, STATUSES } from "@/core/record/vocabulary";
import { selectCategoryCounts } from "@/state/crowd-lanes";
import type { DashboardState } from "@/state/store";
import { useDashboard } from "@/state/use-dashboard";
import type { FacetValue } from "@/wire/overview";
import { CategoryChips } from "./category-chips";
import { FilterBar } from "./filter-bar";
import styles from "./filters.module.css";
import { OptionList } from "./option-list";

/** Filters of a crowd: categories are counted under all other filters, everything else in the whole dossier. */
export default function CrowdFilters() {
  return (
    <FilterBar categories={<Categories />}>
      <div className={styles.onlyPhone}>
        <Options facet="cat" title="Category" />
      </div>
      <Options facet="actor" title="Actor" />
      <Options facet="place" title="Place" />
      <Options facet="status" title="Status" />
    </FilterBar>
  );
}

function Categories() {
  const counted = useDashboard(selectCategoryCounts);
  const facets = useDashboard(selectFacets);
  const categories = CATEGORIES.filter((category) =>
    facets.some(({ facet, value }) => facet === "cat" && value === category),
  );
  const countWhole = (category: string) => facets.find(({ value }) => value === category)?.events ?? 0;
  return (
    <CategoryChips
      categories={categories.map((category) => ({
        category,
        count: counted?.[CATEGORIES.indexOf(category)] ?? countWhole(category),
      }))}
    />
  );
}

function Options({ facet, title }: { facet: FacetValue["facet"]; title: string }) {
  const facets = useDashboard(selectFacets).filter((one) => one.facet === facet);
  return (
    <OptionList
      facet={facet}
      title={facets.length < MOST_FACETS ? title : `${title} (the ${MOST_FACETS} most frequent)`}
      options={facets.map(({ value, label, events }) => ({
        value,
        label: facet === "cat" || facet === "status" ? (LABELS.get(value) ?? label) : label,
        count: events,
      }))}
    />
  );
}

// The server names no more of each.
const MOST_FACETS = 200;

const LABELS: ReadonlyMap<string, string> = new Map([
  ...CATEGORIES.map((category) => [category, CATEGORY_LABELS[category]] as const),
  ...STATUSES.map((status) => [status, STATUS_LABELS[status]] as const),
]);

const NONE: readonly FacetValue[] = [];

function selectFacets({ crowd }: DashboardState): readonly FacetValue[] {
  return crowd?.overview.facets ?? NONE;
}
