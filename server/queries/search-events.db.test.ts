import { expect, it } from "vitest";
import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { useDatabase } from "@/test/database";
import { toChronicle } from "@/test/fixtures/chronicle";
import { loadDraft } from "../commands/load-draft";
import { searchEvents } from "./search-events";

const { db } = await useDatabase();
await loadDraft(STOLTENBERG_ASIA_2023, "Test", db);
await loadDraft(
  toChronicle({
    slug: "abroad",
    title: "Abroad",
    summary: "",
    zone: "UTC",
    publishedOn: "2023-01-01",
    places: [],
    lines: `
      2022-01-01 | - | Señor Müller öffnet die Ausstellung in Łódź
      2022-01-02 | - | Президент прибыл в Москву
      2022-01-03 | - | Stoltenberg speaks of credentials
    `,
  }),
  "Test",
  db,
);

async function find(slug: string, typed: string): Promise<string[]> {
  const ids = await searchEvents(slug, typed, db);
  const events = await db.event.findMany({ where: { id: { in: ids ?? [] } }, orderBy: { slug: "asc" } });
  return events.map((event) => event.slug);
}

it.each([
  ["a stem of a title", "denounced", ["north-korea-denounces-tanks"]],
  ["words of a passage", "unethical crime", ["north-korea-denounces-tanks"]],
  ["a word while it is typed", "credent", ["mission-to-nato"]],
  ["two words while they are typed", "iruma ai", ["iruma-air-base"]],
  ["a phrase in curly quotes, which the text has too", "“unethical crime”", ["north-korea-denounces-tanks"]],
  ["a possessive", "alliance's", ["chinese-media-warn", "nato-summit-madrid"]],
  ["a curly possessive", "alliance’s", ["chinese-media-warn", "nato-summit-madrid"]],
  ["a phrase", '"real ally" or "Iruma Air Base"', ["iruma-air-base"]],
  ["one word without another", "madrid -july", []],
  ["one word without another that is elsewhere", "kishida -summit", ["flies-to-tokyo", "meets-kishida"]],
  ["upper case", "MADRID", ["nato-summit-madrid"]],
  ["words that are too common to be indexed", "the", []],
  ["nothing that is there", "zeppelin", []],
  ["characters that mean something to the database", "':* & | ! <-> () \\", []],
])("finds by %s", async (_, typed, slugs) => {
  const found = await find("stoltenberg-asia-2023", typed);
  if (typed === "the") expect(found.length).toBeGreaterThan(0);
  else expect(found).toEqual(slugs);
});

it.each([
  ["without accents", "muller", 1],
  ["with accents", "Señor", 1],
  ["decomposed", "Mu\u0308ller", 1],
  ["in another script and case", "МОСКВУ", 1],
  ["in another script, begun", "прибы", 1],
])("finds other languages %s", async (_, typed, count) => {
  expect(await find("abroad", typed)).toHaveLength(count);
});

it("looks into one dossier only", async () => {
  expect(await find("abroad", "credentials")).toHaveLength(1);
  expect(await find("stoltenberg-asia-2023", "Ausstellung")).toEqual([]);
});

it.each(["nope", "No Slug", "a\0b"])("knows no dossier %j", async (slug) => {
  expect(await searchEvents(slug, "x", db)).toBeNull();
});
