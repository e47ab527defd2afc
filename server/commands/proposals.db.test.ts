import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Id } from "@/core/record/record";
import { type Instant, MINUTE } from "@/core/time/instant";
import { useDatabase } from "@/test/database";
import { LISBON, makeEvent, openDesk, toEvent, toSource } from "@/test/newsroom/desk";
import { quote } from "@/test/newsroom/report";
import { type NewProposal, NewProposalSchema } from "@/wire/proposal";
import { parseBlobName } from "../blobs/blobs";
import { acceptProposal, declineProposal, withdrawProposal } from "./decide-proposal";
import { hideEvent } from "./hide-event";
import { propose } from "./propose";
import { purgeDocuments, WAITING_MS } from "./purge-documents";
import { KEPT_MS, purgeHidden } from "./purge-hidden";
import { recordDocument } from "./record-document";
import { transact } from "./transact";
import { updateEvent } from "./update-event";

const { db, pool } = await useDatabase();
const desk = await openDesk(db, "proposals");
const { id: dossierId } = await db.dossier.findUniqueOrThrow({ where: { slug: desk.slug } });

const CLARA = { author: "Clara", authorId: "00000000-0000-4000-8000-00000000000c" };
const DORA = { author: "Dora", authorId: "00000000-0000-4000-8000-00000000000d" };
const EDA = { author: "Eda", authorId: "00000000-0000-4000-8000-00000000000e" };
const folder = mkdtempSync(join(tmpdir(), "dateline-proposals-"));
afterAll(() => rmSync(folder, { recursive: true }));
type Person = typeof CLARA;

const sign = (who: Person, reason: string | null = null) => ({ ...who, now: desk.now(), reason });
const suggest = (proposed: NewProposal, who = CLARA): Promise<Id> =>
  transact(db, (tx) => propose(tx, desk.slug, sign(who), proposed));
const accept = (id: Id, who = EDA) => transact(db, (tx) => acceptProposal(tx, desk.slug, id, sign(who)));
const decline = (id: Id, reason: string) =>
  transact(db, (tx) => declineProposal(tx, desk.slug, id, sign(EDA, reason)));
const withdraw = (id: Id, who: Person) =>
  transact(db, (tx) => withdrawProposal(tx, desk.slug, id, sign(who)));
const stored = (id: Id) => db.proposal.findUniqueOrThrow({ where: { dossierId_id: { dossierId, id } } });
const count = async () => ({
  events: await db.event.count({ where: { dossierId } }),
  passages: await db.passage.count({ where: { dossierId } }),
  revisions: await db.revision.count({ where: { dossierId } }),
  sources: await db.source.count({ where: { dossierId } }),
  tally: await db.tally.findUnique({ where: { dossierId } }),
  proposals: await db.proposal.count({ where: { dossierId } }),
});

const DENIAL = quote("The ministry denied that any paper was signed.");
const newEvent = (title: string): NewProposal => ({
  kind: "event",
  body: toEvent({ title, place: LISBON, reason: "It is reported." }),
});

describe("what is proposed", () => {
  it("is tried and taken back: nothing but the proposal is kept", async () => {
    const before = await count();
    const id = await suggest(newEvent("Proposed alone"));
    const after = await count();
    expect({ ...after, proposals: after.proposals - 1 }).toEqual(before);
    const { shown, state, version, subjectId } = await stored(id);
    expect([state, version, subjectId]).toEqual(["open", null, null]);
    expect(shown).toMatchObject({
      title: "Proposed alone",
      passages: [{ source: { slug: "report", title: "Report" }, exact: "The ministers met on Sunday." }],
    });
    expect(shown).toHaveProperty(
      "differences",
      expect.arrayContaining([{ field: "place", of: null, before: null, after: "Lisbon" }]),
    );
  });

  it("is refused by the field where its words are not in the source", async () => {
    const before = await count();
    const body = toEvent({ citations: [{ ...DENIAL, exact: "The ministry denied everything." }] });
    await expect(suggest({ kind: "event", body })).rejects.toMatchObject({
      field: "body.citations.0.exact",
    });
    await expect(
      suggest({ kind: "event", body: toEvent({ citations: [{ ...DENIAL, source: "nowhere" }] }) }),
    ).rejects.toMatchObject({ field: "body.citations.0.source" });
    expect(await count()).toEqual(before);
  });

  it("is refused where it was seen in another version, and where it would change nothing", async () => {
    const event = await makeEvent(desk, { title: "Seen before" });
    const change = (version: number, title: string): NewProposal => ({
      ...{ kind: "change", event: event.slug, version },
      body: { title },
    });
    await expect(suggest(change(2, "Seen after"))).rejects.toMatchObject({ kind: "stale" });
    await expect(suggest(change(1, event.title))).rejects.toMatchObject({ kind: "conflict" });
    await expect(suggest({ ...change(1, "X"), event: "nowhere" } as NewProposal)).rejects.toMatchObject({
      kind: "unknown",
    });
  });

  it("has to be of a kind that can be proposed, in the form of its command", () => {
    const faulty: unknown[] = [
      { kind: "merge", body: {} },
      { kind: "change", event: "x", body: { title: "Without a version" } },
      { kind: "deletion", event: "x", version: 1, body: {} },
      { kind: "event", body: { title: "Without a passage", category: "diplomacy", citations: [] } },
      { kind: "source", body: toSource({}), event: "x" },
    ];
    expect(faulty.filter((one) => NewProposalSchema.safeParse(one).success)).toEqual([]);
  });
});

describe("accepting", () => {
  it("makes the event in its author's name, and says who accepted it", async () => {
    const id = await suggest(newEvent("Accepted event"));
    const { changed } = await accept(id);
    const event = await db.event.findFirstOrThrow({ where: { dossierId, title: "Accepted event" } });
    const revision = await db.revision.findFirstOrThrow({ where: { dossierId, subjectId: event.id } });
    expect(revision).toMatchObject({
      ...{ ...CLARA, acceptedBy: "Eda", kind: "created", reason: "It is reported." },
    });
    expect(await stored(id)).toMatchObject({
      ...{ state: "accepted", decidedBy: "Eda", decidedById: EDA.authorId, resultId: event.id },
      changeId: changed.changeId,
    });
    await expect(accept(id)).rejects.toMatchObject({ kind: "conflict" });
    expect(await db.event.count({ where: { dossierId, title: "Accepted event" } })).toBe(1);
  });

  it("happens once, though two accept at once", async () => {
    const id = await suggest(newEvent("Accepted twice"));
    const both = await Promise.allSettled([accept(id), accept(id, DORA)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.event.count({ where: { dossierId, title: "Accepted twice" } })).toBe(1);
  });

  it("adds a passage, changes, and deletes", async () => {
    const { slug, id: eventId } = await makeEvent(desk, { title: "To be worked on" });
    const cited = await suggest({ kind: "citation", event: slug, body: { ...DENIAL, reason: "Denied." } });
    expect((await stored(cited)).shown).toMatchObject({ passages: [{ exact: DENIAL.exact }] });
    await accept(cited);
    expect(await db.citation.count({ where: { dossierId, eventId } })).toBe(2);

    await accept(await suggest({ kind: "change", event: slug, version: 2, body: { title: "Worked on" } }));
    const key = { dossierId_id: { dossierId, id: eventId } };
    expect(await db.event.findUnique({ where: key })).toMatchObject({ title: "Worked on", version: 3 });

    const reason = "Told twice.";
    await accept(await suggest({ kind: "deletion", event: slug, version: 3, body: { reason } }));
    expect(await db.event.findUnique({ where: key })).toMatchObject({
      hiddenBy: "Clara",
      hiddenReason: reason,
    });
  });

  it("adds a source with its text", async () => {
    const body = toSource({ title: "A proposed paper", text: "Words that nobody had yet." });
    const id = await suggest({ kind: "source", body });
    expect(await db.source.count({ where: { dossierId, title: body.title } })).toBe(0);
    await accept(id);
    const source = await db.source.findFirstOrThrow({
      where: { dossierId, title: body.title },
      include: { current: true },
    });
    expect(source.current).toMatchObject({ text: body.text, addedBy: "Clara" });
  });

  it("is refused where the event was changed meanwhile, and leaves the proposal open", async () => {
    const { slug, title } = await makeEvent(desk, { title: "Contested" });
    const id = await suggest({ kind: "change", event: slug, version: 1, body: { title: "Mine" } });
    await desk.change((change) => updateEvent(change, slug, 1, { title: "Theirs" }));
    await expect(accept(id)).rejects.toMatchObject({ kind: "stale" });
    expect(await stored(id)).toMatchObject({ state: "open", decidedBy: null, changeId: null });
    expect(await db.event.findFirst({ where: { dossierId, slug } })).toMatchObject({ title: "Theirs" });
    expect(title).toBe("Contested");
    await desk.change((change) => hideEvent(change, slug, 2));
    await expect(accept(id)).rejects.toMatchObject({ kind: "gone" });
  });

  it("compares a passage with its source once more", async () => {
    const id = await suggest(newEvent("Words of a text that was"));
    await db.proposal.update({
      where: { dossierId_id: { dossierId, id } },
      data: { body: { ...toEvent({ citations: [{ ...DENIAL, exact: "Nobody wrote this." }] }) } },
    });
    await expect(accept(id)).rejects.toMatchObject({ field: "body.citations.0.exact" });
    await pool.query(`update proposal set body = '{"title": 7}' where id = $1`, [id]);
    await expect(accept(id)).rejects.toMatchObject({ kind: "conflict" });
    expect((await stored(id)).state).toBe("open");
  });
});

describe("not accepting", () => {
  it("keeps why it was declined, and cannot be decided again", async () => {
    const id = await suggest(newEvent("Declined"));
    await decline(id, "The report says that it was cancelled.");
    expect(await stored(id)).toMatchObject({
      ...{ state: "declined", decidedBy: "Eda", reason: "The report says that it was cancelled." },
      resultId: null,
    });
    for (const again of [() => accept(id), () => decline(id, "Again"), () => withdraw(id, CLARA)])
      await expect(again()).rejects.toMatchObject({ kind: "conflict" });
  });

  it("is taken back by its author alone; to others it is not there", async () => {
    const id = await suggest(newEvent("Withdrawn"));
    await expect(withdraw(id, DORA)).rejects.toMatchObject({ kind: "unknown" });
    await withdraw(id, CLARA);
    expect(await stored(id)).toMatchObject({ state: "withdrawn", decidedBy: "Clara", reason: null });
  });
});

describe("what is kept", () => {
  it("goes with the event that it was about, when that is gone for good", async () => {
    const { slug } = await makeEvent(desk, { title: "Not for ever" });
    const id = await suggest({ kind: "change", event: slug, version: 1, body: { title: "For ever" } });
    await desk.change((change) => hideEvent(change, slug, 1));
    await purgeHidden(db, "The program", (desk.now() + KEPT_MS + MINUTE) as Instant);
    expect(await db.proposal.findMany({ where: { dossierId, id } })).toEqual([]);
  });

  it("holds the bytes of a proposed source until it is decided", async () => {
    const document = "ab".repeat(32);
    const name = parseBlobName(document);
    if (name === null) throw new Error("This is no name of bytes.");
    const obtained = { means: "file", fileName: "paper.txt", mediaType: "text/plain", bytes: 3 } as const;
    await recordDocument(name, CLARA, desk.now(), { ...obtained, addresses: [] }, db);
    const id = await suggest({ kind: "source", body: toSource({ title: "With bytes", document }) });
    const later = (desk.now() + WAITING_MS + MINUTE) as Instant;
    await purgeDocuments(db, later, folder);
    expect(await db.document.count({ where: { sha256: document } })).toBe(1);
    await withdraw(id, CLARA);
    await purgeDocuments(db, later, folder);
    expect(await db.document.count({ where: { sha256: document } })).toBe(0);
  });

  it.each([
    ["proposal_kind_check", "kind = 'merge'"],
    ["proposal_state_check", `state = 'lost', "decidedAt" = now(), "decidedBy" = 'Eda'`],
    ["proposal_subject_check", "kind = 'change'"],
    ["proposal_version_check", "version = 0"],
    ["proposal_decided_check", "state = 'accepted'"],
    ["proposal_decided_check", `"decidedBy" = 'Eda'`],
    ["proposal_reason_check", "reason = 'Why'"],
    ["proposal_result_check", `"changeId" = gen_random_uuid()`],
    ["proposal_body_check", "body = '[]'"],
    ["proposal_document_check", "document = 'x'"],
    ["proposal_dossierId_fkey", `"dossierId" = gen_random_uuid()`],
  ])("%s refuses: %s", async (check, set) => {
    const id = await suggest(newEvent("Checked"));
    await expect(pool.query(`update proposal set ${set} where id = $1`, [id])).rejects.toThrow(check);
    await withdraw(id, CLARA);
  });
});
