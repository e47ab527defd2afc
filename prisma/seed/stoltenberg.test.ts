import { describe, expect, it } from "vitest";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { toReading } from "@/core/record/reading";
import { toDataset } from "@/core/record/to-dataset";
import { sliceCodePoints } from "@/core/text/code-points";
import type { Day } from "@/core/time/day";
import { STOLTENBERG_ASIA_2023 } from "./stoltenberg-asia-2023";

let made = 0;
const dataset = toDataset(STOLTENBERG_ASIA_2023, { newId: () => `id-${made++}`, sha256: () => "" });
const index = toDatasetIndex(dataset);

/** Each event heard of by that day as `slug status edtf`, with the sources that disagree. */
function tellBy(day: string): string[] {
  return dataset.events.flatMap((event) => {
    const reading = toReading(event, index, day as Day);
    if (reading === null) return [];
    const disagreeing = reading.citations
      .filter(({ disagrees }) => disagrees)
      .map(({ source }) => `${source.slug}!`);
    return [[event.slug, reading.status, reading.when?.edtf ?? "undated", ...disagreeing].join(" ")];
  });
}

describe("the demo dossier", () => {
  it("has seven sources and sixteen events, each quotation verbatim", () => {
    expect(dataset.sources).toHaveLength(7);
    expect(dataset.events).toHaveLength(16);
    for (const { slug, sourceId, start, end, exact } of dataset.passages) {
      const text = index.sources.get(sourceId)?.text ?? "";
      expect(sliceCodePoints(text, start, end), slug).toBe(exact);
    }
  });

  it("leaves no passage unused", () => {
    const cited = new Set(
      dataset.events.flatMap(({ citations }) => citations.map(({ passageId }) => passageId)),
    );
    expect(dataset.passages.filter(({ id }) => !cited.has(id)).map(({ slug }) => slug)).toEqual([]);
  });

  it("opens on 15 January to 3 February with the playhead at 17:00 in Seoul", () => {
    expect(dataset.dossier.opening).toEqual({
      start: Date.UTC(2023, 0, 14, 15),
      end: Date.UTC(2023, 1, 3, 15),
      playhead: Date.UTC(2023, 0, 29, 8),
      map: { lat: 36.6, lon: 132.5, zoom: 5 },
    });
  });

  it("knows on 23 January only what was planned", () => {
    expect(tellBy("2023-01-23")).toEqual([
      "mission-to-nato planned 2022-11-22",
      "arrives-in-seoul planned 2023-01-29/2023-01-30",
      "flies-to-tokyo planned 2023-01-30/..",
    ]);
  });

  it("knows on 29 January of the arrival, and of Tokyo as a plan", () => {
    const told = tellBy("2023-01-29");
    expect(told).toContain("arrives-in-seoul occurred 2023-01-29");
    expect(told).toContain("meets-yoon planned 2023-01-29/2023-01-30");
    expect(told).toContain("meets-kishida planned 2023-01-30/..");
    expect(told).toContain("flies-to-tokyo planned 2023-01-30");
    expect(told.some((line) => line.startsWith("iruma-air-base"))).toBe(false);
  });

  it("knows on 31 January that all has happened but the meeting with Lee", () => {
    expect(tellBy("2023-01-31")).toEqual([
      "chinese-media-warn occurred ../2022-06-29",
      "nato-summit-madrid occurred 2022-06-29/2022-06-30 nato-park!",
      "mission-to-nato occurred 2022-11-22",
      "wef-interview occurred 2023-01-18",
      "tank-decision occurred ../2023-01-28",
      "north-korea-denounces-tanks occurred 2023-01-28/2023-01-29",
      "arrives-in-seoul occurred 2023-01-29",
      "meets-park-jin occurred 2023-01-29",
      "yonhap-interview occurred 2023-01-29~",
      "meets-lee-jong-sup planned 2023-01-29/2023-01-30",
      "meets-yoon occurred 2023-01-30",
      "chey-speech occurred 2023-01-30",
      "flies-to-tokyo occurred 2023-01-30",
      "iruma-air-base occurred 2023-01-31",
      "meets-kishida occurred 2023-01-31",
      "arming-russia disputed undated reuters!",
    ]);
  });
});
