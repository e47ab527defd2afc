import { expect, it } from "vitest";
import { compareWhens } from "@/core/time/compatible";
import type { Zone } from "@/core/time/zone";
import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { useDatabase } from "@/test/database";
import { CENTURIES } from "@/test/fixtures/centuries";
import { DATE_LINE } from "@/test/fixtures/date-line";
import { CROWDED } from "@/test/fixtures/small";
import { encodeCursor } from "@/wire/cursor";
import { parseEventQuery } from "@/wire/event-query";
import { loadDraft } from "../commands/load-draft";
import { loadEventsPage } from "./load-events-page";

const { db } = await useDatabase();
const dossiers = new Map<string, { id: string; zone: Zone }>();
for (const draft of [STOLTENBERG_ASIA_2023, CENTURIES, DATE_LINE, CROWDED]) {
  dossiers.set(draft.slug, await loadDraft(draft, "Test", db));
}

async function load(slug: string, query: string) {
  const dossier = dossiers.get(slug);
  const asked = parseEventQuery(new URLSearchParams(query), dossier?.zone ?? ("UTC" as Zone));
  if (!dossier || !("limit" in asked)) throw new Error(`Test query: ${JSON.stringify(asked)}`);
  return loadEventsPage(dossier, asked, db);
}

async function slugs(slug: string, query: string): Promise<string[]> {
  const { events } = await load(slug, query);
  return events.map(({ reading }) => reading.event.slug);
}

it.each([
  ["centuries", 1],
  ["centuries", 7],
  ["crowded", 33],
  ["crowded", 200],
  ["stoltenberg-asia-2023", 5],
])("pages through %s by %i: each event once, in time order", async (slug, limit) => {
  const seen = [];
  let cursor = "";
  do {
    const { events, next } = await load(slug, `limit=${limit}${cursor}`);
    expect(events.length).toBeGreaterThan(0);
    seen.push(...events.map(({ reading }) => reading.event));
    cursor = next === null ? "" : `&cursor=${encodeCursor(next)}`;
  } while (cursor !== "");
  const stored = await db.event.count({ where: { dossierId: dossiers.get(slug)?.id ?? "" } });
  expect(new Set(seen.map(({ id }) => id)).size).toBe(stored);
  expect(seen).toHaveLength(stored);
  expect(seen.map(({ when }) => when)).toEqual(seen.map(({ when }) => when).toSorted(compareWhens));
});

it.each([
  ["from=2023-01-31", ["iruma-air-base", "meets-kishida"]],
  ["to=2022-06-28", ["chinese-media-warn", "tank-decision"]],
  ["from=2023-01-18&to=2023-01-18", ["wef-interview", "tank-decision"]],
  ["from=2023-01-30T15:00Z&cat=diplomacy", ["meets-kishida"]],
  ["cat=institution,military", ["mission-to-nato", "tank-decision", "iruma-air-base", "arming-russia"]],
  ["status=planned", ["meets-lee-jong-sup"]],
  ["status=disputed", ["arming-russia"]],
  ["status=planned&as=2023-01-23", ["mission-to-nato", "arrives-in-seoul", "flies-to-tokyo"]],
  ["as=2023-01-23&from=2023-01-31", ["flies-to-tokyo"]],
  ["as=2022-11-20", []],
  ["place=madrid,davos", ["nato-summit-madrid", "wef-interview"]],
  ["place=seoul&status=planned", ["meets-lee-jong-sup"]],
  ["place=tokyo", ["flies-to-tokyo", "meets-kishida"]],
  ["actor=lee-jong-sup&actor=yonhap", ["yonhap-interview", "meets-lee-jong-sup"]],
  ["source=yonhap", ["mission-to-nato"]],
  ["source=nato-seoul&as=2023-01-29", []],
  ["q=credentials", ["mission-to-nato"]],
  ["bbox=9,46,10,47", ["wef-interview"]],
  ["bbox=-10,30,15,60&q=summit", ["nato-summit-madrid", "mission-to-nato"]],
  ["bbox=0,0,1,1", []],
  ["place=nowhere", []],
])("keeps by %s", async (query, expected) => {
  expect(await slugs("stoltenberg-asia-2023", query)).toEqual(expected);
});

it("takes a box across the date line for what it is", async () => {
  const across = await slugs("date-line", "bbox=170,-25,-170,-10");
  expect(across).toEqual([
    "delegates-gather-1",
    "a-plaque-is-unveiled-on-the-meridian-2",
    "an-election-is-announced-3",
    "a-canoe-sails-home-6",
    "the-canoe-is-welcomed-7",
    "the-minister-flies-to-the-conference-10",
  ]);
});

it("sifts past many events that do not match", async () => {
  const { events, next } = await load("crowded", "status=cancelled&limit=24");
  expect(events).toHaveLength(24);
  const rest = await load("crowded", `status=cancelled&limit=24&cursor=${next ? encodeCursor(next) : ""}`);
  expect([rest.events.length, rest.next]).toEqual([1, null]);
});
