import { toPartialIndex } from "@/core/record/dataset-index";
import { mergeRecords, type Records } from "@/wire/records";
import type { DashboardStore } from "./store";

/** Takes up records beside those that are held. */
export function holdRecords(store: DashboardStore, records: Records): void {
  store.setState(({ index: { dataset } }) => ({
    index: toPartialIndex({ ...dataset, ...mergeRecords(records, dataset) }),
  }));
}

/** Takes up records in the place of those that are held. */
export function renewRecords(store: DashboardStore, records: Records): void {
  store.setState(({ index: { dataset } }) => ({
    index: toPartialIndex({ ...dataset, ...mergeRecords(dataset, records) }),
  }));
}
