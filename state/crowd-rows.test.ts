import { describe, expect, it, vi } from "vitest";
import { createColumnsCrowd } from "@/core/brush/columns";
import { ALL_CATEGORIES } from "@/core/brush/crowd";
import type { DossierEvent } from "@/core/record/record";
import { DAY, type Instant, toRange } from "@/core/time/instant";
import { NO_FILTERS } from "@/core/timeline/view";
import { NO_RECORDS, type Told } from "@/wire/records";
import type { CrowdFeed, PageQuery } from "./crowd-feed";
import { createRows } from "./crowd-rows";

const DATED = 2500;
const UNDATED = 130;
const FIRST = Date.UTC(2001, 0, 1);

/** An event a day, from the first on; its number is its title. */
const begins = [...Array(DATED).keys()].map((number) => FIRST + number * DAY);
const range = toRange(FIRST as Instant, (FIRST + DATED * DAY) as Instant);
const crowd = createColumnsCrowd({
  begins: Float64Array.from(begins),
  ends: Float64Array.from(begins, (begin) => begin + DAY),
  places: new Int32Array(DATED).fill(-1),
  categories: new Uint8Array(DATED),
  placeX: new Int32Array(0),
  placeY: new Int32Array(0),
});

function toTold(number: number): Told {
  const event: DossierEvent = {
    id: String(number),
    slug: `event-${number}`,
    title: String(number),
    category: "other",
    when: null,
    basisId: null,
    placeId: null,
    placeRule: null,
    isLeg: false,
    originId: null,
    participations: [],
    citations: [],
    version: 1,
  };
  return { event, status: "occurred", records: NO_RECORDS };
}

/** Pages of the events, and every query that was made for them. */
function createFeed(): { feed: Pick<CrowdFeed, "loadPage">; asked: PageQuery[] } {
  const asked: PageQuery[] = [];
  const locate = ({ from }: PageQuery) => {
    if (from.kind === "cursor") return Number(from.cursor);
    if (from.kind === "instant") return begins.findIndex((begin) => begin >= from.at);
    return from.kind === "undated" ? DATED : 0;
  };
  return {
    asked,
    feed: {
      async loadPage(query) {
        asked.push(query);
        const start = locate(query);
        const size = query.range ? DATED : DATED + UNDATED;
        const end = Math.min(size, start + query.limit);
        const items = Array.from({ length: end - start }, (_, i) => toTold(start + i));
        return { items, next: end < size ? String(end) : null };
      },
    },
  };
}

const QUERY = {
  filters: NO_FILTERS,
  reportedBy: null,
  range,
  box: null,
  dated: DATED,
  undated: UNDATED,
  counted: { crowd, mask: ALL_CATEGORIES },
};

async function look(first: number, last: number) {
  const { feed, asked } = createFeed();
  const rows = createRows(feed, QUERY, () => {}, expect.fail);
  rows.want(first, last);
  await vi.waitFor(() => expect(rows.at(last - 1)).not.toBeNull());
  const shown = Array.from({ length: last - first }, (_, i) => rows.at(first + i)?.event.title ?? null);
  return { rows, asked, shown };
}

describe("createRows", () => {
  it.each([
    ["the head", 0, 20],
    ["what lies a few pages on", 250, 270],
    ["the middle", 1300, 1320],
    ["the last of the dated", 2480, 2500],
    ["the undated", 2500, 2520],
    ["the end", 2610, 2630],
  ])("has at %s the events of these rows", async (_, first, last) => {
    const { shown, rows } = await look(first, last);
    expect(shown).toEqual(Array.from({ length: last - first }, (_, i) => String(first + i)));
    expect(rows.size()).toBe(DATED + UNDATED);
  });

  it("does not read through all that lies before what is looked at", async () => {
    const { asked } = await look(2000, 2020);
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(asked[0]?.from.kind).toBe("instant");
  });

  it("asks for the undated of all time", async () => {
    const { asked } = await look(2500, 2510);
    expect(asked[0]).toMatchObject({ range: null, from: { kind: "undated" } });
  });

  it("knows nothing of rows that nobody has looked at", async () => {
    const { rows } = await look(0, 20);
    expect(rows.at(1000)).toBeNull();
  });
});
