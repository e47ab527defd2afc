import { describe, expect, it } from "vitest";
import type { ImportRow } from "@/core/import/import-row";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { toTellings } from "@/core/record/tellings";
import type { Day } from "@/core/time/day";
import type { Zone } from "@/core/time/zone";
import { useDatabase } from "@/test/database";
import { SINGLE } from "@/test/fixtures/small";
import { auditWhole } from "@/test/imports/audit";
import { toFile, toOrder, toRow } from "@/test/imports/rows";
import { loadDataset } from "../queries/load-dataset";
import { type ImportOrder, importRows } from "./import-rows";
import { loadDraft } from "./load-draft";

const { db, url, pool } = await useDatabase();

const bring = (slug: string, rows: readonly ImportRow[], said: Partial<ImportOrder> = {}) =>
  importRows(url, toOrder(slug, said), toFile(rows));
const load = async (slug: string) => {
  const dataset = await loadDataset(slug, db);
  if (!dataset) throw new Error(`There is no dossier ${slug}.`);
  return dataset;
};
const many = (count: number, said: (at: number) => Partial<ImportRow> = () => ({})) =>
  Array.from({ length: count }, (_, at) => toRow(String(at + 1), said(at)));

describe("an import", () => {
  it("makes of each row an event, a source, a passage and a citation", async () => {
    const report = await bring("whole", many(3));
    expect(report).toMatchObject({ outcome: "written", rows: 3, added: 3, missing: 0 });
    expect(report.dossier).toEqual({ slug: "whole", title: "Dossier whole", isNew: true });
    const { events, sources, passages, places, actors } = await load("whole");
    expect([events.length, sources.length, passages.length]).toEqual([3, 3, 3]);
    expect([places.length, actors.length]).toEqual([1, 1]);
    const [event] = events;
    expect(event).toMatchObject({
      title: "Clashes 1",
      category: "military",
      when: { edtf: "2019-05-03", zone: "Asia/Damascus", precision: "day" },
      placeId: places[0]?.id,
      participations: [{ actorId: actors[0]?.id, role: "side A" }],
      citations: [{ assertion: "occurred", timeWords: "3 May", placeWords: "Damascus" }],
    });
    expect(event?.basisId).toBe(event?.citations[0]?.id);
    expect(passages.map(({ exact }) => exact)).toContain("Clashes 1 in Damascus on 3 May");
    expect(sources[0]).toMatchObject({
      publisher: "Test Press",
      publishedOn: "2019-05-04",
      coverage: "full",
    });
    await auditWhole(db);
  });

  it("says of itself what it did", async () => {
    await bring("told", many(2));
    const { rows } = await pool.query(
      `select import.dataset, import.format, "fileName", sha256, author, import.rows, added
      from import join dossier on dossier.id = import."dossierId" where slug = 'told'`,
    );
    expect(rows).toEqual([
      {
        ...{ dataset: "test", format: "csv", fileName: "test.csv", sha256: "0".repeat(64) },
        ...{ author: "A test", rows: 2, added: 2 },
      },
    ]);
  });

  it("keeps what is undated and what is unplaced, and reads dates in the zone that it is told", async () => {
    const report = await bring(
      "open",
      [
        toRow("1", { edtf: null, timeWords: null }),
        toRow("2", { place: null }),
        toRow("3", { edtf: "2019-05?", place: null }),
      ],
      { zone: "Asia/Tokyo" as Zone },
    );
    expect(report).toMatchObject({ added: 3, undated: 1, unplaced: 2 });
    const { events } = await load("open");
    expect(events.map(({ when, placeId }) => [when?.edtf, when?.zone, placeId === null])).toEqual([
      ["2019-05?", "Asia/Tokyo", true],
      ["2019-05-03", "Asia/Tokyo", true],
      [undefined, undefined, false],
    ]);
    await auditWhole(db);
  });

  it("gives rows that state no day of publication the one that it is told, or else today", async () => {
    const silent = (key: string) => toRow(key, { source: { ...toRow(key).source, publishedOn: null } });
    const today = await bring("today", [silent("1"), toRow("2")]);
    expect(today.dayGiven).toBe(1);
    expect((await load("today")).sources.map(({ publishedOn }) => publishedOn).toSorted()).toEqual([
      "2019-05-04",
      "2024-01-31",
    ]);
    await bring("stated", [silent("1")], { published: "2020-02-02" as Day });
    expect((await load("stated")).sources[0]?.publishedOn).toBe("2020-02-02");
    // The next day it is still the same file.
    const tomorrow = await bring("today", [silent("1"), toRow("2")], { today: "2024-02-01" as Day });
    expect(tomorrow).toMatchObject({ unchanged: 2, changed: 0 });
  });

  it("puts places at sea into their nautical zone", async () => {
    const place = { ...toRow("1").place, name: "The Atlantic", lon: -30, lat: 0 } as ImportRow["place"];
    await bring("sea", [toRow("1", { place })]);
    expect((await load("sea")).places).toMatchObject([{ name: "The Atlantic", zone: "Etc/GMT+2" }]);
  });

  it("stores text byte for byte, whatever is in it", async () => {
    const title = "\\N \\. 'É😀'\t\"שלום\"\r\n\\t";
    const text = `x\\\n${title}\u2028 end`;
    const start = 3;
    const row = toRow("1", { title, text, start, end: start + [...title].length, timeWords: null });
    await bring("bytes", [row]);
    const { events, sources, passages } = await load("bytes");
    expect([events[0]?.title, sources[0]?.text, passages[0]?.exact]).toEqual([title, text, title]);
    await auditWhole(db);
  });

  it("spans many batches", async () => {
    const report = await bring(
      "long",
      many(4500, (at) => ({ category: at % 2 === 0 ? "military" : "other" })),
    );
    expect(report).toMatchObject({ rows: 4500, added: 4500 });
    const dossier = await db.dossier.findUniqueOrThrow({ where: { slug: "long" }, include: { tally: true } });
    expect(dossier.tally).toMatchObject({ events: 4500, sources: 4500, places: 1, undated: 0 });
    await auditWhole(db);
  }, 30_000);
});

describe("the same rows again", () => {
  it("change nothing", async () => {
    await bring("again", many(3));
    const before = await snapshot();
    const report = await bring("again", many(3));
    expect(report).toMatchObject({ outcome: "written", added: 0, changed: 0, unchanged: 3, missing: 0 });
    expect(await snapshot()).toEqual(before);
  });

  it("change nothing when a row above moved them down", async () => {
    await bring("moved", [toRow("1"), toRow("2")]);
    const report = await bring("moved", [
      toRow("3", { line: 2 }),
      toRow("1", { line: 3 }),
      toRow("2", { line: 4 }),
    ]);
    expect(report).toMatchObject({ added: 1, unchanged: 2 });
  });

  it("of another dataset are other events, of the same places and actors", async () => {
    await bring("two", many(2));
    const report = await bring("two", many(2), { dataset: "other" });
    expect(report.added).toBe(2);
    const { events, places, actors } = await load("two");
    expect([events.length, places.length, actors.length]).toEqual([4, 1, 1]);
  });
});

describe("a corrected file", () => {
  it("updates its rows in place, and keeps what they said", async () => {
    await bring("mended", many(3));
    const before = await load("mended");
    const [second] = before.events.filter(({ title }) => title === "Clashes 2");
    const report = await bring("mended", [
      toRow("1"),
      toRow("2", {
        title: "Ceasefire 2",
        category: "diplomacy",
        edtf: "2019-06",
        assertion: "claimed",
        actors: [],
      }),
    ]);
    expect(report).toMatchObject({ changed: 1, unchanged: 1, added: 0, missing: 1 });
    const after = await load("mended");
    const event = after.events.find(({ id }) => id === second?.id);
    expect(event).toMatchObject({
      slug: second?.slug,
      title: "Ceasefire 2",
      category: "diplomacy",
      when: { edtf: "2019-06", precision: "month" },
      participations: [],
      citations: [{ id: second?.citations[0]?.id, assertion: "claimed" }],
    });
    const passage = after.passages.find(({ id }) => id === event?.citations[0]?.passageId);
    expect(passage?.exact).toContain("Ceasefire 2");
    // What was quoted before is still there, under the history.
    expect(after.passages.map(({ id }) => id)).toEqual(
      expect.arrayContaining(before.passages.map(({ id }) => id)),
    );
    expect([after.events.length, after.sources.length]).toEqual([3, 4]);
    const [created, changed] = await db.revision.findMany({
      where: { subjectKind: "event", subjectId: second?.id ?? "" },
      orderBy: { id: "asc" },
    });
    expect(created?.change).toMatchObject({ imported: { line: 3 } });
    expect(changed?.change).toMatchObject({
      before: {
        title: "Clashes 2",
        edtf: "2019-05-03",
        citations: [{ passageId: second?.citations[0]?.passageId }],
      },
      after: {
        title: "Ceasefire 2",
        edtf: "2019-06",
        citations: [{ passageId: passage?.id }],
        participations: [],
      },
    });
    const stored = await db.event.findFirstOrThrow({ where: { id: second?.id ?? "" } });
    expect([stored.status, stored.toldFrom]).toEqual(["claimed", "2019-05-04"]);
    expect(stored.wording).toBe(passage?.exact);
    const { rows } = await pool.query(
      `select value, events from facet join dossier on dossier.id = facet."dossierId"
      where slug = 'mended' and facet = 'cat' order by value`,
    );
    expect(rows).toEqual([
      { value: "diplomacy", events: 1 },
      { value: "military", events: 2 },
    ]);
    await auditWhole(db);
  });

  it("can take a date and a place away, give them back, and return to what it said at first", async () => {
    const bare = toRow("1", { edtf: null, place: null, timeWords: null });
    await bring("back", [toRow("1")]);
    expect(await bring("back", [bare])).toMatchObject({ changed: 1, undated: 1, unplaced: 1 });
    expect((await load("back")).events).toMatchObject([{ when: null, basisId: null, placeId: null }]);
    expect(await bring("back", [toRow("1")])).toMatchObject({ changed: 1 });
    const { events } = await load("back");
    expect(events).toMatchObject([{ when: { edtf: "2019-05-03" } }]);
    expect(events[0]?.basisId).toBe(events[0]?.citations[0]?.id);
    await auditWhole(db);
  });

  it("leaves alone what others have cited for its events", async () => {
    await bring("cited", many(2));
    const [first, second] = (await load("cited")).events;
    const dossierId = (await db.dossier.findUniqueOrThrow({ where: { slug: "cited" } })).id;
    await db.citation.create({
      data: {
        ...{ dossierId, id: "ffffffff-0000-7000-8000-000000000000", eventId: first?.id ?? "" },
        ...{ passageId: second?.citations[0]?.passageId ?? "", assertion: "denied" },
      },
    });
    await bring("cited", [toRow("1", { title: "Other clashes" })]);
    const event = (await load("cited")).events.find(({ id }) => id === first?.id);
    expect(event?.citations.map(({ assertion }) => assertion)).toEqual(["occurred", "denied"]);
    const stored = await db.event.findFirstOrThrow({ where: { id: first?.id ?? "" } });
    expect(stored.status).toBe("disputed");
    expect(stored.wording.split("\n")).toHaveLength(2);
  });

  it("tells an event that others cite as its citations tell it now, on every day", async () => {
    const later = { ...toRow("2").source, publishedOn: "2019-05-09" as Day };
    const rows = [toRow("1"), toRow("2", { source: later })];
    await bring("retold", rows);
    const [first, second] = (await load("retold")).events;
    const dossierId = (await db.dossier.findUniqueOrThrow({ where: { slug: "retold" } })).id;
    await db.citation.create({
      data: {
        ...{ dossierId, id: "ffffffff-0000-7000-8000-000000000001", eventId: first?.id ?? "" },
        ...{ passageId: second?.citations[0]?.passageId ?? "", assertion: "denied" },
      },
    });
    await bring("retold", [toRow("1", { assertion: "claimed" })]);
    const dataset = await load("retold");
    const event = dataset.events.find(({ id }) => id === first?.id) ?? expect.fail("It is gone.");
    const tellings = toTellings(event, toDatasetIndex(dataset));
    expect(tellings).toMatchObject([
      { fromDay: "2019-05-04", toDay: "2019-05-09", status: "claimed" },
      { fromDay: "2019-05-09", toDay: null },
    ]);
    const stored = await db.telling.findMany({ where: { eventId: event.id } });
    expect(stored).toMatchObject([{ fromDay: "2019-05-04", toDay: "2019-05-09", status: "claimed" }]);
    // It can be corrected again, and by then is told otherwise before.
    await bring("retold", [toRow("1", { assertion: "planned" })]);
    expect(await db.telling.findMany({ where: { eventId: event.id } })).toMatchObject([
      { status: "planned" },
    ]);
    const row = await db.event.findFirstOrThrow({ where: { id: event.id } });
    expect(row.toldFrom).toBe("2019-05-09");
    await auditWhole(db);
  });
});

describe("bad rows", () => {
  const bad = {
    result: { faults: [{ line: 3, column: "date", value: "soon", reason: "No date." }] },
    raw: "x,soon",
  };

  it("refuse the whole file, and are all counted", async () => {
    const rows = [toRow("1"), bad, ...many(2500).slice(5), bad];
    const report = await importRows(url, toOrder("bad"), toFile(rows));
    expect(report).toMatchObject({ outcome: "refused", rejected: 2, faultCount: 2, rows: rows.length });
    expect(report.faults).toEqual([...bad.result.faults, ...bad.result.faults]);
    expect(await db.dossier.count({ where: { slug: "bad" } })).toBe(0);
  });

  it("are left out where that is asked, and handed over", async () => {
    const rejected: unknown[] = [];
    const report = await importRows(url, toOrder("skipped", { skipsBad: true }), toFile([toRow("1"), bad]), {
      onRejected: (row) => void rejected.push(row),
    });
    expect(report).toMatchObject({ outcome: "written", added: 1, rejected: 1, rows: 2 });
    expect(rejected).toEqual([{ faults: bad.result.faults, raw: "x,soon" }]);
    expect((await load("skipped")).events).toHaveLength(1);
    await auditWhole(db);
  });

  it.each<[string, Partial<ImportRow>]>([
    ["title", { title: "" }],
    ["title", { title: "x".repeat(2001) }],
    ["title", { title: "a\0b" }],
    ["title", { title: "half \ud800 a pair" }],
    ["date", { edtf: "2019-13" }],
    ["url", { source: { ...toRow("1").source, url: "javascript:alert(1)" } }],
    ["language", { source: { ...toRow("1").source, language: "English?" } }],
    ["published", { source: { ...toRow("1").source, publishedOn: "2019-02-30" } }],
    ["passage", { start: 5, end: 5 }],
    ["latitude", { place: { ...toRow("1").place, lat: 91 } as ImportRow["place"] }],
    ["longitude", { place: { ...toRow("1").place, lon: Number.NaN } as ImportRow["place"] }],
    ["zone", { place: { ...toRow("1").place, zone: "Mars/Olympus" } as ImportRow["place"] }],
    ["radius", { place: { ...toRow("1").place, radiusKm: 5 } as ImportRow["place"] }],
    ["key", { key: "k".repeat(201) }],
  ])("are named by what the database would refuse: %s", async (column, said) => {
    const report = await bring("faulty", [toRow("1", said)]);
    expect(report.outcome).toBe("refused");
    expect(report.faults.map((fault) => [fault.line, fault.column])).toContainEqual([2, column]);
  });

  it("are those whose key stood above", async () => {
    const report = await bring("twice", [toRow("1"), toRow("2"), toRow("1", { line: 9 })]);
    expect(report.faults).toEqual([
      { line: 9, column: "key", value: "1", reason: "The row on line 2 has the same key." },
    ]);
  });
});

it("a dry run says what would be, and writes nothing", async () => {
  await bring("dry", many(2));
  const before = await snapshot();
  const report = await bring("dry", [...many(2, () => ({ title: "New" })).slice(1), toRow("7")], {
    isDryRun: true,
  });
  expect(report).toMatchObject({ outcome: "checked", added: 1, changed: 1, missing: 1 });
  expect((await bring("never", many(2), { isDryRun: true })).dossier.isNew).toBe(true);
  expect(await snapshot()).toEqual(before);
});

it("finds the places and actors that a dossier has", async () => {
  await loadDraft({ ...SINGLE, slug: "shared" }, "Test", db);
  const [place] = (await load("shared")).places;
  if (!place) throw new Error("The fixture has no place.");
  const { name, lon, lat, precision, radiusKm, countryCode, zone } = place;
  const report = await bring("shared", [
    toRow("1", { place: { name, lon, lat, precision, radiusKm, countryCode, zone } }),
  ]);
  expect(report.dossier).toMatchObject({ isNew: false, title: SINGLE.title });
  const { places, events } = await load("shared");
  expect(places).toHaveLength(1);
  expect(events.filter(({ placeId }) => placeId === place.id)).toHaveLength(2);
});

it("two at a time into one dossier follow one another", async () => {
  const reports = await Promise.all([
    bring("both", many(50)),
    bring("both", many(50)),
    bring("both", many(60), { dataset: "other" }),
  ]);
  const added = reports.map((report) => report.added).toSorted((a, b) => a - b);
  expect(added).toEqual([0, 50, 60]);
  expect((await load("both")).events).toHaveLength(110);
  await auditWhole(db);
});

it("is broken off by a signal, with nothing written", async () => {
  const controller = new AbortController();
  const onProgress = () => controller.abort(new Error("Stopped."));
  const file = toFile(many(5000));
  await expect(
    importRows(url, toOrder("stopped"), file, { signal: controller.signal, onProgress }),
  ).rejects.toThrow("Stopped.");
  expect(await db.dossier.count({ where: { slug: "stopped" } })).toBe(0);
});

it("leaves nothing when the file breaks off", async () => {
  async function* broken() {
    for (const row of many(3000)) yield { result: { row }, raw: null };
    throw new Error("The disk is gone.");
  }
  const file = { rows: broken(), sha256: () => "0".repeat(64) };
  await expect(importRows(url, toOrder("broken"), file)).rejects.toThrow("The disk is gone.");
  expect(await db.dossier.count({ where: { slug: "broken" } })).toBe(0);
});

it("leaves nothing when the database ends its connection, and the next one works", async () => {
  let isEnded = false;
  const onProgress = () => {
    if (isEnded) return;
    isEnded = true;
    void pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid() and xact_start is not null`,
    );
  };
  await expect(importRows(url, toOrder("cut"), toFile(many(9000)), { onProgress })).rejects.toThrow(
    "The database is away.",
  );
  expect(await db.dossier.count({ where: { slug: "cut" } })).toBe(0);
  await auditWhole(db);
  expect(await bring("cut", many(10))).toMatchObject({ outcome: "written", added: 10 });
});

/** How much there is of everything. */
async function snapshot(): Promise<unknown> {
  const tables = ["event", "source", "passage", "citation", "revision", "import", "import_row", "tally"];
  const counts = await Promise.all(
    tables.map(async (table) => (await pool.query(`select count(*)::int as count from ${table}`)).rows[0]),
  );
  const { rows } = await pool.query(`select "dossierId", version from tally order by 1`);
  return [counts, rows];
}
