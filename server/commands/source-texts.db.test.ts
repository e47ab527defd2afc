import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FieldError } from "@/core/record/field-error";
import { locateQuote } from "@/core/text/quote";
import { useDatabase } from "@/test/database";
import { auditNewsroom } from "@/test/newsroom/audit";
import { type Desk, makeEvent, openDesk, toSource } from "@/test/newsroom/desk";
import { quote, REPORT } from "@/test/newsroom/report";
import { CitationInputSchema } from "@/wire/write";
import { auditPassages } from "../queries/audit-passages";
import { loadChanges } from "../queries/load-changes";
import { loadEvent } from "../queries/load-event";
import { loadEventAt } from "../queries/load-event-at";
import { loadSource } from "../queries/load-source";
import { addText } from "./add-text";
import { anchorPassage } from "./anchor-passage";
import { createSource } from "./create-source";
import { hideSource } from "./hide-source";
import { keepPassage } from "./keep-passage";
import { KEPT_MS, purgeHidden } from "./purge-hidden";
import { restoreRevision, undoChange } from "./revert-change";
import { WriteRefusal } from "./write-refusal";

const { db } = await useDatabase();

const SUNDAY = "The ministers met on Sunday.";
const EDITED = REPORT.replace(SUNDAY, "The ministers met on Monday, it was corrected.");

const replace = (desk: Desk, text: string) =>
  desk.change((change) => addText(change, "report", null, { text, document: null }));

async function read(slug: string, text: number | null = null) {
  const quoted = await loadSource(slug, "report", { isWhole: true, text }, db);
  if (!quoted) throw new Error("There is no such source.");
  return quoted;
}

async function listBroken(slug: string): Promise<string[]> {
  const { source, passages } = await read(slug);
  return passages.filter(({ sourceSha256 }) => sourceSha256 !== source.sha256).map(({ exact }) => exact);
}

const at = (text: string, exact: string) => {
  const start = [...text.slice(0, text.indexOf(exact))].length;
  return { start, end: start + [...exact].length, exact };
};

describe("a source's new text", () => {
  it("takes along what it says once more, and leaves the rest with the text that says it", async () => {
    const desk = await openDesk(db, "moved");
    await makeEvent(desk);
    await makeEvent(desk, {
      title: "Denial",
      when: null,
      citations: [quote("The ministry denied that any paper was signed.", { assertion: "denied" })],
    });
    const { result } = await replace(desk, `Corrected. ${EDITED}`);
    expect(result).toMatchObject({ version: 2, text: `Corrected. ${EDITED}` });
    expect(await listBroken("moved")).toEqual([SUNDAY]);
    const { passages, texts } = await read("moved");
    expect(texts.map(({ number }) => number)).toEqual([1, 2]);
    const denied = "The ministry denied that any paper was signed.";
    expect(passages.find(({ exact }) => exact === denied)?.start).toBe(
      at(`Corrected. ${EDITED}`, denied).start,
    );
    expect((await read("moved", 1)).source.text).toBe(REPORT);
    await auditNewsroom(db, "moved");
  });

  it("does not choose between two places that say the same", async () => {
    const desk = await openDesk(db, "twice");
    await makeEvent(desk);
    await replace(desk, `${SUNDAY} ${REPORT}`);
    expect(await listBroken("twice")).toEqual([SUNDAY]);
    await auditNewsroom(db, "twice");
  });

  it("that it has already is no change, and one that it had comes back as it was", async () => {
    const desk = await openDesk(db, "back");
    await makeEvent(desk);
    expect((await replace(desk, REPORT)).changeId).toBeNull();
    await replace(desk, EDITED);
    await replace(desk, REPORT);
    const { source, texts } = await read("back");
    expect([source.version, texts.length]).toEqual([3, 2]);
    expect(await listBroken("back")).toEqual([]);
  });

  it.each(["", "half \ud800 a pair", "a\0b"])("is refused where it cannot be: %j", async (text) => {
    const slug = "no-text";
    const there = await db.dossier.findUnique({ where: { slug } });
    const desk = await openDesk(db, there ? `${slug}-${text.length}` : slug);
    const refused = replace(desk, text);
    await expect(refused).rejects.toThrow(FieldError);
    await expect(refused).rejects.toMatchObject({ field: "text" });
    expect((await read(desk.slug)).source.version).toBe(1);
  });

  it("is refused with a document that nobody brought", async () => {
    const desk = await openDesk(db, "unbrought");
    const asked = { text: "Other words.", document: "0".repeat(64) };
    const refused = desk.change((change) => addText(change, "report", null, asked));
    await expect(refused).rejects.toMatchObject({ kind: "invalid", field: "document" });
  });

  it("is in the history, sentence by sentence, and is taken back whole", async () => {
    const desk = await openDesk(db, "history");
    await makeEvent(desk);
    const { changeId } = await replace(desk, EDITED);
    const asked = { limit: 1, cursor: null, subject: { kind: "source", slug: "report" } };
    const told = await loadChanges("history", { ...asked, isWhole: true }, db);
    expect(told?.changes[0]?.differences).toEqual([
      {
        ...{ field: "text", of: null, before: `LISBON, March 3 — ${SUNDAY}` },
        after: "LISBON, March 3 — The ministers met on Monday, it was corrected.",
      },
    ]);
    const before = (await read("history", 1)).passages;
    await desk.change((change) => undoChange(change, changeId ?? ""));
    expect((await read("history")).source.text).toBe(REPORT);
    expect(await listBroken("history")).toEqual([]);
    expect((await read("history")).passages).toEqual(before);
    await auditNewsroom(db, "history");
  });

  it("taken back puts a passage where it stood, though the text says its words twice", async () => {
    const desk = await openDesk(db, "exactly");
    const text = "It rained. The envoy left. It rained.";
    await desk.change((change) => createSource(change, toSource({ title: "Rain", text })));
    const second = { source: "rain", start: 27, end: 37, exact: "It rained.", assertion: "occurred" };
    await makeEvent(desk, { when: null, citations: [CitationInputSchema.parse(second)] });
    const { changeId } = await desk.change((change) =>
      addText(change, "rain", null, { text: "The envoy left. It rained.", document: null }),
    );
    await desk.change((change) => undoChange(change, changeId ?? ""));
    const quoted = await loadSource("exactly", "rain", { isWhole: true, text: null }, db);
    expect(quoted?.passages.map(({ start, sourceSha256 }) => [start, sourceSha256])).toEqual([
      [27, quoted?.source.sha256],
    ]);
    await auditNewsroom(db, "exactly");
  });

  it("of the history comes back, and goes with its source for good", async () => {
    const desk = await openDesk(db, "restored");
    await replace(desk, EDITED);
    const created = await db.revision.findFirstOrThrow({
      where: { dossier: { slug: "restored" }, subjectKind: "source", kind: "created" },
      orderBy: { id: "asc" },
    });
    await desk.change((change) => restoreRevision(change, created.id));
    expect((await read("restored")).source.text).toBe(REPORT);
    await desk.change((change) => hideSource(change, "report", null));
    await purgeHidden(db, "Purge", (desk.now() + KEPT_MS + 60_000) as never);
    expect(await db.sourceText.count({ where: { dossier: { slug: "restored" } } })).toBe(1);
  });
});

describe("a broken passage", () => {
  async function breakOne(slug: string, said: Record<string, unknown> = {}) {
    const desk = await openDesk(db, slug);
    const event = await makeEvent(desk, said);
    await replace(desk, EDITED);
    const [passage] = (await read(slug)).passages;
    if (!passage) throw new Error("There is no passage.");
    return { desk, event, passage };
  }
  const bare = { when: null, citations: [quote(SUNDAY)] };
  const WORDS = at(EDITED, "The ministers met on Monday");

  it("is anchored to other words by somebody, and what it said is kept for the history", async () => {
    const { desk, event, passage } = await breakOne("anchored", bare);
    const then = desk.now();
    const { changeId } = await desk.change((change) =>
      anchorPassage(change, "report", passage.slug, null, WORDS),
    );
    const told = await loadEvent("anchored", event.slug, null, db);
    expect(told?.reading.citations.map((cited) => cited.passage.exact)).toEqual([WORDS.exact]);
    expect(told?.reading.event.version).toBe(2);
    const before = await loadEventAt("anchored", event.slug, then, db);
    expect(before?.reading.citations.map((cited) => cited.passage.exact)).toEqual([SUNDAY]);
    await auditNewsroom(db, "anchored");
    await desk.change((change) => undoChange(change, changeId ?? ""));
    const undone = await loadEvent("anchored", event.slug, null, db);
    expect(undone?.reading.citations.map((cited) => cited.passage.exact)).toEqual([SUNDAY]);
    await auditNewsroom(db, "anchored");
  });

  it("is not anchored to words that do not hold what was read in it", async () => {
    const { desk, passage } = await breakOne("unread");
    const refused = desk.change((change) => anchorPassage(change, "report", passage.slug, null, WORDS));
    await expect(refused).rejects.toThrow(WriteRefusal);
    await expect(refused).rejects.toThrow(/“Ministers meet”.*does not say “Sunday”.*Change the event first/);
    expect(await listBroken("unread")).toEqual([SUNDAY]);
  });

  it("is not anchored to words that are not there, nor is one that is whole", async () => {
    const { desk, passage } = await breakOne("unsaid", bare);
    const anchor = (exact: string) =>
      desk.change((change) => anchorPassage(change, "report", passage.slug, null, { ...WORDS, exact }));
    await expect(anchor("The ministers met on Tuesday")).rejects.toMatchObject({ field: "exact" });
    await replace(desk, REPORT);
    await expect(anchor(WORDS.exact)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("stays with its text once somebody says so, until the words are back", async () => {
    const { desk, passage } = await breakOne("kept");
    const { changeId } = await desk.change((change) => keepPassage(change, "report", passage.slug, null));
    expect((await read("kept")).passages[0]?.isKept).toBe(true);
    const told = await loadChanges("kept", { limit: 1, cursor: null, subject: null, isWhole: true }, db);
    expect(told?.changes[0]).toMatchObject({
      subject: { kind: "passage", slug: passage.slug },
      differences: [{ field: "keptTo", before: null, after: "the earlier text" }],
    });
    await desk.change((change) => undoChange(change, changeId ?? ""));
    expect((await read("kept")).passages[0]?.isKept).toBe(false);
    await desk.change((change) => keepPassage(change, "report", passage.slug, null));
    await replace(desk, REPORT);
    expect((await read("kept")).passages[0]?.isKept).toBe(false);
    await auditNewsroom(db, "kept");
  });
});

const words = fc.constantFrom(
  "It rained.",
  "The envoy left.",
  "Nothing 🌙 moved.",
  "It rained again.",
  "Élan.",
);
const texts = fc.array(fc.array(words, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 5 });

let made = 0;

it("whatever texts follow each other, each passage is verbatim in its own, and moved only where it is found once", async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), async (versions, pick) => {
      const [first = "", ...later] = versions.map((sentences) => sentences.join(" "));
      const desk = await openDesk(db, `texts-${made++}`);
      await desk.change((change) => createSource(change, toSource({ title: "Told", text: first })));
      const [sentence = ""] = versions[0]?.slice(pick % (versions[0]?.length ?? 1)) ?? [];
      const citation = { source: "told", assertion: "occurred", ...at(first, sentence) };
      await makeEvent(desk, { when: null, citations: [CitationInputSchema.parse(citation)] });
      const load = () =>
        db.passage.findFirstOrThrow({
          where: { exact: sentence, text: { source: { slug: "told", dossier: { slug: desk.slug } } } },
        });
      for (const text of later) {
        const before = await load();
        await desk.change((change) => addText(change, "told", null, { text, document: null }));
        const present = await db.source.findFirstOrThrow({
          where: { slug: "told", dossier: { slug: desk.slug } },
        });
        const after = await load();
        const found = locateQuote(text, sentence);
        if (before.sourceSha256 === present.sha256) expect(after).toEqual(before);
        else if (found.length === 1)
          expect([after.sourceSha256, after.start]).toEqual([present.sha256, found[0]]);
        else expect(after).toEqual(before);
      }
      expect(await auditPassages(db)).toBeNull();
    }),
    { numRuns: 15 },
  );
}, 120_000);
