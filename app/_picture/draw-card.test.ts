import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Card } from "@/components/card/card";
import { drawCard } from "./draw-card";
import { isCovered } from "./fonts";

const CARD: Card = {
  kicker: "Stoltenberg in Seoul and Tokyo",
  dateline: "Seoul · Monday 30 January 2023",
  title: "Stoltenberg meets President Yoon",
  summary: null,
  quotation: { words: "Talks with President Yoon Suk Yeol.", credit: "NATO, 30 January 2023" },
  facts: ["Diplomacy", "Occurred"],
  category: "diplomacy",
  layout: "beside",
  spots: [{ lon: 126.98, lat: 37.57, name: "Seoul", category: "diplomacy", shape: { kind: "point" } }],
  leg: [],
};

// Drawing is work for the processor, and the first picture reads fonts and map.
vi.setConfig({ testTimeout: 30_000 });

// The renderer would ask the network for a font that it misses; nothing may leave this machine. Its own WebAssembly
// it reads out of a data address.
const asked: string[] = [];
const realFetch = globalThis.fetch;
beforeEach(() => {
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) => {
    if (input.startsWith("data:")) return realFetch(input, init);
    asked.push(input);
    return Promise.reject(new Error("There is no network."));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  expect(asked.splice(0)).toEqual([]);
});

async function draw(changes: Partial<Card>): Promise<string> {
  const png = await drawCard({ ...CARD, ...changes });
  const view = new DataView(png.buffer);
  const signature = String.fromCharCode(...png.subarray(1, 4));
  return `${signature} ${view.getUint32(16)}x${view.getUint32(20)}`;
}

describe("drawCard", () => {
  it("draws a PNG of the size that link previews want", async () => {
    expect(await draw({})).toBe("PNG 1200x630");
  });

  it("draws the same card as the same bytes, and another as others", async () => {
    const [first, second, other] = [
      await drawCard(CARD),
      await drawCard(CARD),
      await drawCard({ ...CARD, spots: [] }),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, other)).not.toBe(0);
  });

  it.each<[string, string]>([
    ["Korean", "스톨텐베르그, 서울 도착"],
    ["Chinese", "斯托尔滕贝格访问首尔和东京"],
    ["Arabic", "ستولتنبرغ يصل إلى سيول"],
    ["Hebrew", "הכנסת והממשלה"],
    ["Devanagari", "स्टोलटेनबर्ग सियोल पहुँचे"],
    ["emoji", "👩‍👩‍👧‍👦🏳️‍🌈👍🏽 ©️ ™ ▶️ 1️⃣"],
    ["a direction override", "\u202Edetrevni si siht\u202C"],
    ["an endless word", "Donaudampfschifffahrt".repeat(90)],
    ["markup", `</svg><script>alert(1)</script>"'&<img src=x>`],
    ["combining marks", "Z̸̡̛͖a̵͚̓l̶̰̈g̷̨̑o̶͙͝"],
    ["scripts that the fonts have", "Ελλάδα Україна Việt Nam Łódź Þórshöfn"],
    ["nothing but a mark", "…"],
  ])("bears %s in every field, and asks nobody for a font", async (_, text) => {
    const everywhere: Partial<Card> = {
      kicker: text,
      dateline: text,
      title: text,
      summary: text,
      quotation: { words: text, credit: text },
      facts: [text, text],
      spots: CARD.spots.map((spot) => ({ ...spot, name: text })),
    };
    expect(await draw(everywhere)).toBe("PNG 1200x630");
  });

  it("draws the layout with a band of map", async () => {
    expect(await draw({ layout: "below", summary: "What was announced. ".repeat(40) })).toBe("PNG 1200x630");
  });

  it("has in its fonts every code point that it counts on", async () => {
    const points = Array.from({ length: 0x3000 }, (_, codePoint) => codePoint).filter(isCovered);
    expect(points.length).toBeGreaterThan(500);
    const texts = Array.from(
      { length: Math.ceil(points.length / 80) },
      (_, i) => `letter ${String.fromCodePoint(...points.slice(80 * i, 80 * (i + 1)))}`,
    );
    for (const text of texts) {
      expect(
        await draw({ kicker: text, title: text, quotation: { words: text, credit: text }, spots: [] }),
      ).toBe("PNG 1200x630");
    }
  });

  it("draws areas, legs and places at the ends of the world", async () => {
    const [spot] = CARD.spots;
    if (!spot) throw new Error("The card has no spot.");
    const spots: Card["spots"] = [
      { ...spot, shape: { kind: "country", code: "KR" } },
      { ...spot, shape: { kind: "circle", radiusKm: 300 } },
      { ...spot, lon: 180, lat: 90 },
      { ...spot, lon: -180, lat: -90 },
    ];
    expect(await draw({ spots, leg: spots })).toBe("PNG 1200x630");
  });
});
