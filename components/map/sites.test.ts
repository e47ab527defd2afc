import { expect, it } from "vitest";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { toReading } from "@/core/record/reading";
import { toDataset } from "@/core/record/to-dataset";
import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { groupByPlace } from "./sites";

let ids = 0;
const dataset = toDataset(STOLTENBERG_ASIA_2023, {
  newId: () => `id-${ids++}`,
  sha256: () => "0".repeat(64),
});
const index = toDatasetIndex(dataset);
const readings = dataset.events.flatMap((event) => toReading(event, index, null) ?? []);
const idOf = (slug: string) => dataset.places.find((place) => place.slug === slug)?.id ?? "";

it("keeps the list of a place where nothing has changed, and only that", () => {
  const before = groupByPlace(readings);
  const without = readings.filter(({ event }) => event.slug !== "meets-kishida");
  const after = groupByPlace(without, before);
  expect(after.get(idOf("seoul"))).toBe(before.get(idOf("seoul")));
  expect(after.get(idOf("tokyo"))).not.toBe(before.get(idOf("tokyo")));
  expect(after).toEqual(groupByPlace(without));
});
