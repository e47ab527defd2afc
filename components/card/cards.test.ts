import { describe, expect, it } from "vitest";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { toReading } from "@/core/record/reading";
import { toDataset } from "@/core/record/to-dataset";
import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { DATE_LINE } from "@/test/fixtures/date-line";
import { toDossierCard } from "./dossier-card";
import { toEventCard } from "./event-card";
import { toSourceCard } from "./source-card";
import { layOutLabels } from "./spot-labels";

function indexOf(draft: Parameters<typeof toDataset>[0]) {
  let made = 0;
  return toDatasetIndex(toDataset(draft, { newId: () => `id-${made++}`, sha256: () => "" }));
}

const index = indexOf(STOLTENBERG_ASIA_2023);

function eventCard(slug: string) {
  const event = index.eventsBySlug.get(slug);
  const reading = event && toReading(event, index, null);
  if (!reading) throw new Error(`No event ${slug}.`);
  return toEventCard(reading, index);
}

describe("cards", () => {
  it("quote the passage on which an event's date rests", () => {
    const card = eventCard("meets-yoon");
    expect(card.dateline).toBe("Seoul · Monday 30 January 2023");
    expect(card.quotation?.words).toContain("wrapped up a two-day visit");
    expect(card.quotation?.credit).toBe("NATO, 30 January 2023");
    expect(card.facts).toEqual(["Diplomacy", "Occurred"]);
  });

  it("say so when an event is undated, and put it nowhere", () => {
    expect(eventCard("arming-russia")).toMatchObject({ dateline: "Undated", spots: [], leg: [] });
  });

  it("draw a leg from its origin to its destination", () => {
    const { spots, leg } = eventCard("flies-to-tokyo");
    expect(spots.map(({ name }) => name)).toEqual(["Seoul", "Tokyo"]);
    expect([leg[0]?.lon, leg.at(-1)?.lon]).toEqual([expect.closeTo(126.98, 1), expect.closeTo(139.69, 1)]);
  });

  it("tell a source by its publisher, its day and its first passage", () => {
    const source = index.dataset.sources.find(({ slug }) => slug === "reuters");
    if (!source) throw new Error("No source reuters.");
    const card = toSourceCard(source, index);
    expect(card.dateline).toBe("Reuters · Sunday 29 January 2023");
    expect(card.facts).toEqual(["15 passages", "14 events"]);
    expect(source.text.indexOf(card.quotation?.words ?? "")).toBeGreaterThanOrEqual(0);
  });

  it("count what a dossier holds, and choose the map that its places fit", () => {
    expect(toDossierCard(index)).toMatchObject({
      dateline: "29 Jun 2022 – 31 Jan 2023",
      facts: ["16 events", "7 sources", "6 places"],
      layout: "below",
    });
    expect(toDossierCard(indexOf(DATE_LINE)).layout).toBe("beside");
  });
});

describe("layOutLabels", () => {
  const [spot] = eventCard("meets-yoon").spots;
  if (!spot) throw new Error("The card has no spot.");
  const size = { width: 400, height: 300 };

  it("stands on the other side of a point at the edge, and of a leg", () => {
    expect(layOutLabels([{ spot, point: [200, 150] }], [], size)[0]?.left).toBeGreaterThan(200);
    expect(layOutLabels([{ spot, point: [390, 150] }], [], size)[0]?.left).toBeLessThan(390);
    expect(layOutLabels([{ spot, point: [200, 150] }], [[230, 150]], size)[0]?.left).toBeLessThan(200);
  });

  it("leaves a name out rather than cover another, and one that is empty", () => {
    const crowd = Array.from({ length: 12 }, (_, i) => ({ spot, point: [200 + i, 150] as const }));
    const labels = layOutLabels(crowd, [], size);
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.length).toBeLessThan(5);
    expect(layOutLabels([{ spot: { ...spot, name: "" }, point: [200, 150] }], [], size)).toEqual([]);
  });
});
