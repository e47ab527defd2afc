import { expect, it } from "vitest";
import { DAY, FIRST_INSTANT, LAST_INSTANT } from "@/core/time/instant";
import { NOBODY } from "@/server/access/visitor";
import { useDatabase } from "@/test/database";
import { toChronicle } from "@/test/fixtures/chronicle";
import { FIXTURES, loadFixtures } from "@/test/fixtures/fixtures";
import { SINGLE } from "@/test/fixtures/small";
import { auditPassages } from "../queries/audit-passages";
import { loadDataset } from "../queries/load-dataset";
import { loadDossiers } from "../queries/load-dossiers";
import { loadDraft } from "./load-draft";

const { db } = await useDatabase();

it("loads every fixture, whole and verbatim", async () => {
  await loadFixtures(db);
  const loaded = await loadDossiers(NOBODY, db);
  expect(loaded.map(({ slug, events }) => [slug, events]).toSorted()).toEqual(
    FIXTURES.map(({ slug, events }) => [slug, events.length]).toSorted(),
  );
  for (const { slug, sources, events } of FIXTURES) {
    const dataset = await loadDataset(slug, db);
    expect(dataset?.sources.map(({ text }) => text)).toEqual(sources.map(({ text }) => text));
    expect(dataset?.events.map(({ title }) => title).toSorted()).toEqual(
      events.map(({ title }) => title).toSorted(),
    );
  }
  expect(await auditPassages(db)).toBeNull();
});

it("writes a history of everything, signed", async () => {
  const { id: dossierId } = await loadDraft({ ...SINGLE, slug: "history" }, "An editor", db);
  const revisions = await db.revision.findMany({ where: { dossierId }, orderBy: { id: "asc" } });
  expect(revisions.map(({ subjectKind }) => subjectKind)).toEqual([
    "dossier",
    "source",
    "passage",
    "place",
    "event",
  ]);
  expect(revisions.every(({ author }) => author === "An editor")).toBe(true);
});

it("stores all of a draft or nothing", async () => {
  // A number that only the database refuses, after dossier, source and passage are written.
  const places = SINGLE.places.map((place) => ({ ...place, geonamesId: -1 }));
  await expect(loadDraft({ ...SINGLE, slug: "half", places }, "Test", db)).rejects.toThrow(
    "place_geonames_check",
  );
  expect(await db.dossier.count({ where: { slug: "half" } })).toBe(0);
});

it("refuses a slug that is taken", async () => {
  await expect(loadDraft({ ...SINGLE, slug: "history" }, "Test", db)).rejects.toThrow(
    "Dossier history: a dossier of this name exists.",
  );
});

it("keeps the first and the last day of the calendar exact, in the outermost zones", async () => {
  const ends = { slug: "ends", title: "The ends", summary: "", publishedOn: "9999-12-31", zone: "UTC" };
  const at = { lat: 0, lon: 0, precision: "exact" } as const;
  await loadDraft(
    toChronicle({
      ...ends,
      places: [
        { ...at, slug: "east", name: "East", zone: "Pacific/Kiritimati" },
        { ...at, slug: "west", name: "West", zone: "Etc/GMT+12" },
      ],
      lines: "0001-01-01 | east | The first day\n9999-12-31 | west | The last day",
    }),
    "Test",
    db,
  );
  const [first, last] = (await loadDataset("ends", db))?.events ?? [];
  expect(first?.when?.bounds.beginEarliest).toBeLessThan(FIRST_INSTANT + 3 * DAY);
  expect(last?.when?.bounds.endLatest).toBe(Date.UTC(10000, 0, 1, 12));
  expect(last?.when?.bounds.endLatest).toBeLessThan(LAST_INSTANT);
});
