import { expect, test } from "vitest";
import { boxAt } from "./box";
import { layOutMarkers, type MarkerSite } from "./marker-layout";

const VIEW = boxAt(200, 200, 400, 400);

test("a name stands to the right of its mark, and to the left where the view's edge would cut it", () => {
  expect(labelsOf([site("seoul", 100, 100), site("tokyo", 360, 100)])).toEqual(["right", "left"]);
});

test("between the edge and a neighbour a name stands over its mark, and under it where that is taken too", () => {
  expect(labelsOf([site("tokyo", 360, 100), site("iruma", 325, 100)])).toEqual(["above", "left"]);
  expect(labelsOf([site("tokyo", 360, 100), site("iruma", 325, 100), site("nikko", 360, 70)])).toEqual([
    "below",
    "left",
    "left",
  ]);
});

test("a name that is cut on both sides stays on the right", () => {
  expect(labelsOf([{ ...site("llanfair", 200, 100), labelWidth: 500 }])).toEqual(["right"]);
});

function site(id: string, x: number, y: number): MarkerSite {
  return { id, x, y, width: 28, height: 28, labelWidth: 40, weight: id.length };
}

function labelsOf(sites: readonly MarkerSite[]): string[] {
  const spots = layOutMarkers(sites, VIEW);
  return sites.map(({ id }) => spots.find(({ ids }) => ids[0] === id)?.label ?? "missing");
}
