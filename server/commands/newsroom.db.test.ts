import { describe, expect, it } from "vitest";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { FieldError } from "@/core/record/field-error";
import type { Instant } from "@/core/time/instant";
import { useDatabase } from "@/test/database";
import { auditNewsroom } from "@/test/newsroom/audit";
import { LISBON, makeEvent, openDesk, toEvent, toSource } from "@/test/newsroom/desk";
import { quote, RETRACTION } from "@/test/newsroom/report";
import { loadChanges } from "../queries/load-changes";
import { loadDataset } from "../queries/load-dataset";
import { loadDatasetAt } from "../queries/load-dataset-at";
import { loadEvent } from "../queries/load-event";
import { loadEventAt } from "../queries/load-event-at";
import { loadTombstone } from "../queries/load-tombstone";
import { changeDossier } from "./change-dossier";
import { citeEvent } from "./cite-event";
import { createEvent } from "./create-event";
import { createSource } from "./create-source";
import { hideEvent } from "./hide-event";
import { hideSource, restoreSource } from "./hide-source";
import { mergeEvents } from "./merge-events";
import { moveCitation } from "./move-citation";
import { KEPT_MS, purgeHidden } from "./purge-hidden";
import { restoreEvent } from "./restore-event";
import { restoreRevision, undoChange } from "./revert-change";
import { splitEvent } from "./split-event";
import { transact } from "./transact";
import { unciteEvent } from "./uncite-event";
import { updateCitation } from "./update-citation";
import { updateDossier } from "./update-dossier";
import { updateEvent } from "./update-event";
import { updateSource } from "./update-source";
import { WriteRefusal } from "./write-refusal";

const { db, pool } = await useDatabase();

const load = async (slug: string) => {
  const dataset = await loadDataset(slug, db);
  if (!dataset) throw new Error(`There is no dossier ${slug}.`);
  return dataset;
};
const entries = async (slug: string) =>
  (await loadChanges(slug, { limit: 100, cursor: null, subject: null, isWhole: true }, db))?.changes ?? [];
const kinds = async (slug: string) =>
  (await entries(slug)).map(({ kind, subject }) => `${kind} ${subject.kind}:${subject.slug}`);

describe("createEvent", () => {
  it("makes an event of sentences, with its place, its actors and its history", async () => {
    const desk = await openDesk(db, "made");
    const event = await makeEvent(desk, {
      place: LISBON,
      placeRule: "dateline",
      participations: [{ actor: { name: "The ministry", kind: "organisation" }, role: "host" }],
    });
    expect(event).toMatchObject({ slug: "ministers-meet", version: 1, when: { zone: "Europe/Lisbon" } });
    expect(event.basisId).toBe(event.citations[0]?.id);
    const { events, passages, places, actors } = await load("made");
    expect(events).toEqual([event]);
    expect(passages.map(({ exact, start }) => [exact, start])).toEqual([
      ["The ministers met on Sunday.", 18],
    ]);
    expect(places).toMatchObject([{ slug: "lisbon", zone: "Europe/Lisbon" }]);
    expect(actors).toMatchObject([{ slug: "the-ministry" }]);
    expect(await kinds("made")).toEqual([
      "created event:ministers-meet",
      "created source:retraction",
      "created source:report",
      "created dossier:made",
    ]);
    await auditNewsroom(db, "made");
  });

  it("uses the passages, places and actors that are there", async () => {
    const desk = await openDesk(db, "again");
    const said = {
      place: LISBON,
      participations: [{ actor: { name: "The ministry", kind: "organisation" }, role: "" }],
    };
    await makeEvent(desk, said);
    await makeEvent(desk, { ...said, place: { ...LISBON, name: "Lisboa" } });
    await makeEvent(desk, {
      place: { slug: "lisbon" },
      participations: [{ actor: "the-ministry", role: "" }],
    });
    const { events, passages, places, actors } = await load("again");
    expect(events.map(({ slug }) => slug).toSorted()).toEqual([
      "ministers-meet",
      "ministers-meet-2",
      "ministers-meet-3",
    ]);
    expect([passages.length, places.length, actors.length]).toEqual([1, 1, 1]);
    await auditNewsroom(db, "again");
  });

  it.each<[string, Record<string, unknown>]>([
    ["title", { title: "" }],
    ["when", { when: "2024-13" }],
    ["basis", { when: "2023" }],
    ["basis", { basis: 7 }],
    ["citations.0.exact", { citations: [{ ...quote("Talks went on"), start: 0 }] }],
    ["citations.0.exact", { citations: [{ ...quote("Talks went on"), end: 9_999_999 }] }],
    ["citations.0.source", { citations: [{ ...quote("Talks went on"), source: "nope" }] }],
    ["citations.0.timeWords", { citations: [quote("Talks went on", { timeWords: "Monday" })], when: null }],
    ["citations.0.when", { citations: [quote("Talks went on", { when: "soon" })], when: null }],
    ["citations.1", { citations: [quote("Talks went on"), quote("Talks went on")], when: null }],
    ["place.lat", { place: { ...LISBON, lat: 91 } }],
    ["place.countryCode", { place: { ...LISBON, countryCode: "pt" } }],
    ["place.slug", { place: { slug: "nope" } }],
    ["origin", { origin: LISBON }],
    ["participations.0.actor", { participations: [{ actor: "nope", role: "" }] }],
    ["participations.0.actor.name", { participations: [{ actor: { name: "", kind: "person" } }] }],
  ])("refuses what cannot be, naming %s, and writes nothing", async (field, said) => {
    const slug = "refused";
    const desk = (await db.dossier.findUnique({ where: { slug } })) ? null : await openDesk(db, slug);
    const before = await count(slug);
    const refused = transact(db, (tx) =>
      changeDossier(
        tx,
        slug,
        { author: "A", authorId: null, now: desk?.now() ?? (0 as never), reason: null },
        (change) => createEvent(change, toEvent(said)),
      ),
    );
    await expect(refused).rejects.toBeInstanceOf(FieldError);
    await expect(refused).rejects.toMatchObject({ field });
    expect(await count(slug)).toEqual(before);
  });
});

describe("updateEvent", () => {
  it("changes what is said and nothing else, and counts it anew", async () => {
    const desk = await openDesk(db, "edited");
    const before = await makeEvent(desk);
    const patch = { title: "Ministers met", place: LISBON, category: "institution" } as const;
    const { result } = await desk.change(
      (change) =>
        updateEvent(change, before.slug, 1, {
          ...patch,
          place: { ...LISBON, precision: "city", radiusKm: null, countryCode: null },
        }),
      "A slip",
    );
    expect(result).toMatchObject({
      slug: before.slug,
      title: "Ministers met",
      version: 2,
      when: before.when,
    });
    const [entry] = await entries("edited");
    expect(entry).toMatchObject({
      kind: "changed",
      reason: "A slip",
      author: "A desk",
      before: { title: "Ministers meet" },
    });
    expect(entry?.differences.map(({ field, after }) => [field, after])).toEqual([
      ["title", "Ministers met"],
      ["category", "institution"],
      ["place", "Lisbon"],
    ]);
    await auditNewsroom(db, "edited");
  });

  it("does nothing where nothing would change", async () => {
    const desk = await openDesk(db, "same");
    const event = await makeEvent(desk);
    const { result, changeId } = await desk.change((change) =>
      updateEvent(change, event.slug, 1, { title: event.title }),
    );
    expect([result.version, changeId]).toEqual([1, null]);
  });

  it("lets one of two writers win, and loses neither", async () => {
    const desk = await openDesk(db, "two");
    const { slug } = await makeEvent(desk);
    const write = (title: string) => desk.change((change) => updateEvent(change, slug, 1, { title }));
    const outcomes = await Promise.allSettled([write("One"), write("Two")]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toMatchObject({ kind: "stale" });
    expect((await load("two")).events).toMatchObject([{ version: 2 }]);
    await auditNewsroom(db, "two");
  });

  it("takes many at once, one after another", async () => {
    const desk = await openDesk(db, "many");
    await Promise.all(Array.from({ length: 8 }, (_, at) => makeEvent(desk, { title: `Talk ${at}` })));
    expect((await load("many")).events).toHaveLength(8);
    await auditNewsroom(db, "many");
  });
});

describe("citations", () => {
  it("are added, changed and taken away, and the status follows", async () => {
    const desk = await openDesk(db, "cited");
    const { slug } = await makeEvent(desk);
    const denied = quote("The talks of Sunday never took place", { assertion: "denied", when: "2024-03-03" });
    const cited = (await desk.change((change) => citeEvent(change, slug, 1, denied))).result;
    expect((await loadEvent("cited", slug, null, db))?.reading.status).toBe("disputed");
    const added = cited.citations[1]?.id ?? "";
    await desk.change((change) => updateCitation(change, slug, added, 2, { assertion: "occurred" }));
    expect((await loadEvent("cited", slug, null, db))?.reading.status).toBe("occurred");
    const basis = cited.citations[0]?.id ?? "";
    const left = (await desk.change((change) => unciteEvent(change, slug, basis, 3))).result;
    // The date rests on the other, which says the same.
    expect(left).toMatchObject({ version: 4, basisId: added, citations: [{ id: added }] });
    await expect(desk.change((change) => unciteEvent(change, slug, added, 4))).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await kinds("cited")).toEqual(
      expect.arrayContaining([`cited event:${slug}`, `uncited event:${slug}`, `changed event:${slug}`]),
    );
    await auditNewsroom(db, "cited");
  });

  it("the one that a date rests on stays while no other allows the date", async () => {
    const desk = await openDesk(db, "resting");
    const { slug, citations } = await makeEvent(desk);
    await desk.change((change) => citeEvent(change, slug, null, quote("Talks went on until midnight 🌙")));
    await expect(
      desk.change((change) => unciteEvent(change, slug, citations[0]?.id ?? "", null)),
    ).rejects.toMatchObject({ field: "basis" });
    await auditNewsroom(db, "resting");
  });

  it("move to the event that they belong to", async () => {
    const desk = await openDesk(db, "moved");
    const one = await makeEvent(desk, {
      citations: [
        quote("The ministers met on Sunday.", { when: "2024-03-03" }),
        quote("A second round is planned", { assertion: "planned" }),
      ],
      basis: 0,
    });
    const two = await makeEvent(desk, {
      title: "Second round",
      when: null,
      citations: [quote("Talks went on")],
    });
    const planned = one.citations[1]?.id ?? "";
    const { result } = await desk.change((change) => moveCitation(change, one.slug, planned, 1, two.slug));
    expect(result).toMatchObject({ slug: two.slug, version: 2 });
    expect(result.citations.map(({ assertion }) => assertion)).toEqual(["occurred", "planned"]);
    const { events } = await load("moved");
    expect(events.map(({ citations }) => citations.length).toSorted()).toEqual([1, 2]);
    await auditNewsroom(db, "moved");
  });
});

describe("updateEvent with all others at its place", () => {
  it("moves them along in one change, which is taken back as one", async () => {
    const desk = await openDesk(db, "moved-along");
    const one = await makeEvent(desk, { place: LISBON });
    await makeEvent(desk, { title: "Also there", place: LISBON });
    await makeEvent(desk, { title: "From there", isLeg: true, origin: LISBON });
    await makeEvent(desk, { title: "Elsewhere" });
    const place = { name: "Belém", lon: -9.2, lat: 38.69, precision: "exact", countryCode: null } as const;
    const patch = { place: { ...place, radiusKm: null, geonamesId: null }, placeOfAll: true };
    const { changeId } = await desk.change((change) => updateEvent(change, one.slug, 1, patch));
    const places = async () => {
      const { events, places } = await load("moved-along");
      const nameOf = (id: string | null) => places.find((known) => known.id === id)?.name ?? null;
      return events.map(({ title, placeId, originId }) => [title, nameOf(placeId), nameOf(originId)]);
    };
    expect((await places()).toSorted()).toEqual([
      ["Also there", "Belém", null],
      ["Elsewhere", null, null],
      ["From there", null, "Belém"],
      ["Ministers meet", "Belém", null],
    ]);
    await auditNewsroom(db, "moved-along");
    await desk.change((change) => undoChange(change, changeId ?? ""));
    expect((await places()).flat()).not.toContain("Belém");
    await auditNewsroom(db, "moved-along");
  });
});

describe("mergeEvents and splitEvent", () => {
  it("make one of two, and two again by undoing", async () => {
    const desk = await openDesk(db, "merged");
    const one = await makeEvent(desk, { participations: [{ actor: { name: "Ana", kind: "person" } }] });
    const two = await makeEvent(desk, {
      title: "Talks",
      when: null,
      citations: [quote("Talks went on"), quote("The ministers met on Sunday.")],
    });
    const { result, changeId } = await desk.change((change) =>
      mergeEvents(change, two.slug, 1, { into: one.slug, take: [] }),
    );
    expect(result).toMatchObject({ slug: one.slug, citations: { length: 2 } });
    expect((await load("merged")).events).toHaveLength(1);
    expect(await loadTombstone("merged", "event", two.slug, db)).toMatchObject({ mergedInto: one.slug });
    await auditNewsroom(db, "merged");
    await desk.change((change) => undoChange(change, changeId ?? ""));
    const { events } = await load("merged");
    expect(events.map(({ title, citations }) => [title, citations.length]).toSorted()).toEqual([
      ["Ministers meet", 1],
      ["Talks", 2],
    ]);
    await auditNewsroom(db, "merged");
  });

  it("leave to the event that stays what it is to take over", async () => {
    const desk = await openDesk(db, "taken-over");
    const one = await makeEvent(desk, { category: "statement", place: LISBON });
    const two = await makeEvent(desk, {
      title: "Talks",
      when: "2024-03",
      citations: [quote("Talks went on", { when: "2024-03" })],
    });
    const { result } = await desk.change((change) =>
      mergeEvents(change, two.slug, 1, { into: one.slug, take: ["title", "category", "when", "place"] }),
    );
    expect(result).toMatchObject({ slug: one.slug, version: 2, title: "Talks", category: "diplomacy" });
    expect(result).toMatchObject({ when: { edtf: "2024-03" }, placeId: null });
    expect(result.basisId).toBe(result.citations[1]?.id);
    await auditNewsroom(db, "taken-over");
  });

  it("make an event of its own of some citations", async () => {
    const desk = await openDesk(db, "split");
    const whole = await makeEvent(desk, {
      citations: [
        quote("The ministers met on Sunday.", { when: "2024-03-03" }),
        quote("A second round is planned", { assertion: "planned" }),
      ],
      basis: 0,
    });
    const asked = {
      citations: [whole.citations[1]?.id ?? ""],
      title: "Second round",
      when: null,
      basis: null,
    };
    const { result } = await desk.change((change) => splitEvent(change, whole.slug, 1, asked));
    expect(result).toMatchObject({ slug: "second-round", citations: [{ assertion: "planned" }] });
    expect(await loadEvent("split", "second-round", null, db)).toMatchObject({
      reading: { status: "planned" },
    });
    const all = { ...asked, citations: [whole.citations[0]?.id ?? ""] };
    await expect(desk.change((change) => splitEvent(change, whole.slug, null, all))).rejects.toMatchObject({
      kind: "conflict",
    });
    await auditNewsroom(db, "split");
  });
});

describe("what is deleted", () => {
  it("is nowhere, can be restored, and is refused to writers meanwhile", async () => {
    const desk = await openDesk(db, "hidden");
    const { slug } = await makeEvent(desk);
    await desk.change((change) => hideEvent(change, slug, 1), "Not news");
    expect((await load("hidden")).events).toEqual([]);
    expect(await loadEvent("hidden", slug, null, db)).toBeNull();
    expect(await loadTombstone("hidden", "event", slug, db)).toMatchObject({
      reason: "Not news",
      canBeRestored: true,
    });
    await expect(desk.change((change) => updateEvent(change, slug, 1, { title: "x" }))).rejects.toMatchObject(
      {
        kind: "gone",
      },
    );
    await auditNewsroom(db, "hidden");
    const restored = (await desk.change((change) => restoreEvent(change, slug))).result;
    expect(restored.version).toBe(3);
    expect((await load("hidden")).events).toEqual([restored]);
    await auditNewsroom(db, "hidden");
  });

  it("is withheld by the history, and by what was before", async () => {
    const desk = await openDesk(db, "withheld");
    const { slug } = await makeEvent(desk, { title: "Canary" });
    await desk.change((change) => hideEvent(change, slug, null));
    const told = (await entries("withheld")).filter(({ subject }) => subject.kind === "event");
    expect(told.map(({ isWithheld, before, after }) => [isWithheld, before, after])).toEqual([
      [true, null, null],
      [true, null, null],
    ]);
    expect(await loadEventAt("withheld", slug, desk.now(), db)).toBeNull();
  });

  it("a source goes only when no event rests on it, and is not cited while it is gone", async () => {
    const desk = await openDesk(db, "sources");
    const { slug } = await makeEvent(desk);
    await expect(desk.change((change) => hideSource(change, "report", 1))).rejects.toMatchObject({
      kind: "conflict",
    });
    await desk.change((change) => hideEvent(change, slug, null));
    await desk.change((change) => hideSource(change, "report", 1));
    expect((await load("sources")).sources.map((source) => source.slug)).toEqual(["retraction"]);
    await expect(makeEvent(desk)).rejects.toMatchObject({ field: "citations.0.source" });
    await expect(desk.change((change) => restoreEvent(change, slug))).rejects.toBeInstanceOf(WriteRefusal);
    await desk.change((change) => restoreSource(change, "report"));
    await desk.change((change) => restoreEvent(change, slug));
    await auditNewsroom(db, "sources");
  });

  it("leaves a tombstone after thirty days, and nothing of what it said", async () => {
    const desk = await openDesk(db, "purged");
    // What the tests before this one deleted.
    await purgeHidden(db, "Purge", (desk.now() + 2 * KEPT_MS) as Instant);
    const { slug } = await makeEvent(desk, { title: "Canary" });
    const kept = await makeEvent(desk, { title: "Stays", when: null, citations: [quote("Talks went on")] });
    await desk.change((change) =>
      createSource(change, toSource({ title: "Canary source", text: "Canary text" })),
    );
    await desk.change((change) => hideEvent(change, slug, null), "Mistaken");
    await desk.change((change) => hideSource(change, "canary-source", null));
    const soon = await purgeHidden(db, "Purge", (desk.now() + KEPT_MS - 60_000) as Instant);
    expect(soon).toEqual({ events: 0, sources: 0 });
    const late = (desk.now() + KEPT_MS + 1) as Instant;
    expect(await purgeHidden(db, "Purge", late)).toEqual({ events: 1, sources: 1 });
    const tombstone = await loadTombstone("purged", "event", slug, db);
    expect(tombstone).toMatchObject({ reason: "Mistaken", canBeRestored: false });
    await expect(desk.change((change) => restoreEvent(change, slug))).rejects.toMatchObject({ kind: "gone" });
    const dossierId = (await load("purged")).dossier.id;
    const { rows } = await pool.query(
      `select count(*)::int as left from (
        select change::text as said from revision where "dossierId" = $1
        union all select text from source_text where "dossierId" = $1
        union all select title from event where "dossierId" = $1) as all_said
      where said like '%Canary%'`,
      [dossierId],
    );
    expect(rows).toEqual([{ left: 0 }]);
    expect(await makeEvent(desk, { title: "Canary" })).toMatchObject({ slug: `${slug}-2` });
    expect((await load("purged")).events.map(({ title }) => title)).toContain(kept.title);
    await auditNewsroom(db, "purged");
  });
});

describe("the history", () => {
  it("shows an event as of any moment, and restores it", async () => {
    const desk = await openDesk(db, "past");
    const { slug } = await makeEvent(desk, { title: "First" });
    const first = desk.now();
    await desk.change((change) => updateEvent(change, slug, null, { title: "Second", when: null }));
    const second = desk.now();
    await desk.change((change) =>
      citeEvent(change, slug, null, quote("The talks of Sunday never took place", { assertion: "denied" })),
    );
    const titleAt = async (at: number) => {
      const told = await loadEventAt("past", slug, at as typeof first, db);
      return told && [told.reading.event.title, told.reading.status, told.reading.when?.edtf ?? null];
    };
    expect(await titleAt(first - 60_001)).toBeNull();
    expect(await titleAt(first)).toEqual(["First", "occurred", "2024-03-03"]);
    expect(await titleAt(second)).toEqual(["Second", "occurred", null]);
    expect(await titleAt(second + 60_000)).toEqual(["Second", "disputed", null]);
    const created = (await entries("past")).find(
      ({ kind, subject }) => kind === "created" && subject.kind === "event",
    );
    await desk.change((change) => restoreRevision(change, created?.id ?? ""));
    expect((await load("past")).events).toMatchObject([
      { title: "First", version: 4, when: { edtf: "2024-03-03" }, citations: { length: 1 } },
    ]);
    expect((await kinds("past"))[0]).toBe(`reverted event:${slug}`);
    await auditNewsroom(db, "past");
  });

  it("shows the whole dossier as of any moment, without what has been deleted since", async () => {
    const desk = await openDesk(db, "whole-past");
    const { slug } = await makeEvent(desk, { title: "First", place: LISBON });
    const first = desk.now();
    const other = await makeEvent(desk, { title: "Other" });
    await desk.change((change) => updateEvent(change, slug, null, { title: "Second", place: null }));
    await desk.change((change) => updateSource(change, "report", null, { publisher: "Renamed Press" }));
    await desk.change((change) => updateDossier(change, null, { title: "Renamed" }));
    const last = desk.now();
    const at = async (moment: number) => {
      const dataset = await loadDatasetAt("whole-past", moment as typeof first, db);
      if (!dataset) throw new Error("There is no such dossier.");
      // It is one that a dashboard can show: nothing in it points at what is not there.
      toDatasetIndex(dataset);
      const { dossier, events, sources } = dataset;
      const press = sources.find((source) => source.slug === "report")?.publisher;
      return [dossier.title, events.map(({ title }) => title).toSorted(), press];
    };
    expect(await at(first - 60_000)).toEqual(["Dossier whole-past", [], "Test Press"]);
    expect(await at(first)).toEqual(["Dossier whole-past", ["First"], "Test Press"]);
    expect(await at(last)).toEqual(["Renamed", ["Other", "Second"], "Renamed Press"]);
    expect(await loadDatasetAt("whole-past", last, db)).toEqual({
      ...(await load("whole-past")),
      changeId: null,
    });
    await desk.change((change) => hideEvent(change, other.slug, null), "Entered by mistake");
    expect(await at(last)).toEqual(["Renamed", ["Second"], "Renamed Press"]);
    expect(await loadDatasetAt("no-such", last, db)).toBeNull();
  });

  it("undoes a change of each kind, and refuses where something came after", async () => {
    const desk = await openDesk(db, "undone");
    const made = await desk.change((change) => createEvent(change, toEvent()));
    const { slug } = made.result;
    const renamed = await desk.change((change) => updateEvent(change, slug, 1, { title: "Renamed" }));
    await expect(desk.change((change) => undoChange(change, made.changeId ?? ""))).rejects.toMatchObject({
      kind: "conflict",
    });
    await desk.change((change) => undoChange(change, renamed.changeId ?? ""));
    expect((await load("undone")).events).toMatchObject([{ title: "Ministers meet", version: 3 }]);
    const gone = await desk.change((change) => hideEvent(change, slug, 3));
    await desk.change((change) => undoChange(change, gone.changeId ?? ""));
    expect((await load("undone")).events).toMatchObject([{ version: 5 }]);
    const named = await desk.change((change) => updateDossier(change, 1, { title: "Another name" }));
    await desk.change((change) => undoChange(change, named.changeId ?? ""));
    expect((await load("undone")).dossier).toMatchObject({ title: "Dossier undone", version: 3 });
    await expect(
      desk.change((change) => undoChange(change, "00000000-0000-7000-8000-000000000000")),
    ).rejects.toMatchObject({ kind: "unknown" });
    await auditNewsroom(db, "undone");
  });

  it("keeps what a source said, and tells its events anew when its day is corrected", async () => {
    const desk = await openDesk(db, "days");
    const { slug } = await makeEvent(desk);
    await desk.change((change) =>
      citeEvent(
        change,
        slug,
        null,
        quote("The talks of Sunday never took place", { assertion: "cancelled" }),
      ),
    );
    const status = async () =>
      (await db.event.findFirstOrThrow({ where: { slug, dossier: { slug: "days" } } })).status;
    expect(await status()).toBe("disputed");
    const fixed = await desk.change((change) =>
      updateSource(change, "retraction", 1, { publishedOn: "2024-03-01", byline: "A. Writer" }),
    );
    // What is called off and then takes place after all is news.
    expect(await status()).toBe("occurred");
    await auditNewsroom(db, "days");
    const [entry] = await entries("days");
    expect(entry?.differences.map(({ field, after }) => [field, after])).toEqual([
      ["byline", "A. Writer"],
      ["publishedOn", "2024-03-01"],
    ]);
    await desk.change((change) => undoChange(change, fixed.changeId ?? ""));
    expect(await status()).toBe("disputed");
    expect((await load("days")).sources.map(({ text }) => text)).toContain(RETRACTION);
    await auditNewsroom(db, "days");
  });
});

/** How much there is of everything in a dossier. */
async function count(slug: string): Promise<unknown> {
  const { rows } = await pool.query(
    `select
      (select count(*)::int from event where "dossierId" = dossier.id) as events,
      (select count(*)::int from passage where "dossierId" = dossier.id) as passages,
      (select count(*)::int from place where "dossierId" = dossier.id) as places,
      (select count(*)::int from actor where "dossierId" = dossier.id) as actors,
      (select count(*)::int from revision where "dossierId" = dossier.id) as revisions,
      (select version from tally where "dossierId" = dossier.id) as version
    from dossier where slug = $1`,
    [slug],
  );
  return rows;
}
