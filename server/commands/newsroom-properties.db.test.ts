import fc from "fast-check";
import { expect, it } from "vitest";
import { FieldError } from "@/core/record/field-error";
import { useDatabase } from "@/test/database";
import { auditNewsroom } from "@/test/newsroom/audit";
import { type Desk, LISBON, makeEvent, openDesk } from "@/test/newsroom/desk";
import { quote } from "@/test/newsroom/report";
import type { CitationInput } from "@/wire/write";
import { loadDataset } from "../queries/load-dataset";
import { citeEvent } from "./cite-event";
import { hideEvent } from "./hide-event";
import { hideSource, restoreSource } from "./hide-source";
import { mergeEvents } from "./merge-events";
import { moveCitation } from "./move-citation";
import { restoreEvent } from "./restore-event";
import { restoreRevision, undoChange } from "./revert-change";
import { splitEvent } from "./split-event";
import { unciteEvent } from "./uncite-event";
import { updateCitation } from "./update-citation";
import { updateEvent } from "./update-event";
import { updateSource } from "./update-source";
import { WriteRefusal } from "./write-refusal";

const { db } = await useDatabase();

const QUOTES: readonly CitationInput[] = [
  quote("The ministers met on Sunday.", { when: "2024-03-03" }),
  quote("A second round is planned", { assertion: "planned", when: "2024-03" }),
  quote("The ministry denied that any paper was signed.", { assertion: "denied" }),
  quote("Talks went on until midnight 🌙"),
  quote("The talks of Sunday never took place", { assertion: "cancelled", when: "2024-03-03" }),
];
const ASSERTIONS = ["occurred", "planned", "ongoing", "cancelled", "claimed", "denied"] as const;
const DAYS = ["2024-02-01", "2024-03-04", "2024-03-06", "2024-04-01"];

// What is picked is taken from what is there, by its number.
type Step = { readonly what: number; readonly a: number; readonly b: number };
const steps = fc.array(
  fc.record({
    what: fc.nat({ max: toCommands().length - 1 }),
    a: fc.nat({ max: 20 }),
    b: fc.nat({ max: 20 }),
  }),
  { minLength: 8, maxLength: 20 },
);

function toCommands(): readonly ((desk: Desk, there: There, a: number, b: number) => Promise<unknown>)[] {
  return [
    (desk, _, a, b) =>
      makeEvent(desk, {
        title: `Event ${a}`,
        when: a % 3 === 0 ? "2024-03-03" : null,
        citations: [pick(QUOTES, a % 3 === 0 ? 0 : a)],
        ...(b % 2 === 0 ? { place: LISBON } : {}),
        participations: b % 3 === 0 ? [{ actor: { name: `Actor ${b}`, kind: "person" }, role: "" }] : [],
      }),
    (desk, { event }, a, b) =>
      desk.change((change) =>
        updateEvent(change, event(a).slug, null, {
          ...{ title: `Renamed ${b}`, category: b % 2 === 0 ? "military" : "other" },
          ...(b % 3 === 0 ? { when: null } : {}),
          ...(b % 5 === 0 ? { place: null } : {}),
        }),
      ),
    (desk, { event }, a, b) =>
      desk.change((change) => citeEvent(change, event(a).slug, null, pick(QUOTES, b))),
    (desk, { event }, a, b) =>
      desk.change((change) =>
        updateCitation(change, event(a).slug, pick(event(a).citations, b).id, null, {
          assertion: pick(ASSERTIONS, b),
        }),
      ),
    (desk, { event }, a, b) =>
      desk.change((change) => unciteEvent(change, event(a).slug, pick(event(a).citations, b).id, null)),
    (desk, { event }, a, b) =>
      desk.change((change) =>
        moveCitation(change, event(a).slug, pick(event(a).citations, b).id, null, event(b).slug),
      ),
    (desk, { event }, a, b) =>
      desk.change((change) => mergeEvents(change, event(a).slug, null, { into: event(b).slug, take: [] })),
    (desk, { event }, a, b) =>
      desk.change((change) =>
        splitEvent(change, event(a).slug, null, {
          ...{ citations: [pick(event(a).citations, b).id], title: `Split ${b}`, when: null, basis: null },
        }),
      ),
    (desk, { event }, a) => desk.change((change) => hideEvent(change, event(a).slug, null)),
    (desk, { hidden }, a) => desk.change((change) => restoreEvent(change, pick(hidden, a))),
    (desk, _, a, b) =>
      desk.change((change) =>
        updateSource(change, a % 2 === 0 ? "report" : "retraction", null, { publishedOn: pick(DAYS, b) }),
      ),
    (desk, _, a) =>
      desk.change<unknown>((change) =>
        a % 2 === 0 ? hideSource(change, "retraction", null) : restoreSource(change, "retraction"),
      ),
    (desk, { entries }, a) => desk.change((change) => restoreRevision(change, pick(entries, a))),
    (desk, { entries }, a) => desk.change((change) => undoChange(change, pick(entries, a))),
  ];
}

type There = {
  readonly event: (at: number) => { slug: string; citations: readonly { id: string }[] };
  readonly hidden: readonly string[];
  readonly entries: readonly string[];
};

let made = 0;

it("any sequence of commands leaves a dossier whole, and whatever is refused leaves it as it was", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const desk = await openDesk(db, `random-${made++}`);
      await makeEvent(desk, { citations: QUOTES.slice(0, 3), basis: 0 });
      for (const { what, a, b } of sequence) await take(desk, { what, a, b });
      await auditNewsroom(db, desk.slug);
    }),
    { numRuns: 8 },
  );
}, 180_000);

async function take(desk: Desk, { what, a, b }: Step): Promise<void> {
  const command = pick(toCommands(), what);
  try {
    await command(desk, await look(desk.slug), a, b);
  } catch (error) {
    // Expected are refusals, and that there is nothing to pick from.
    if (error instanceof WriteRefusal || error instanceof FieldError || error === NOTHING) return;
    throw error;
  }
}

const NOTHING = new Error("There is none.");

async function look(slug: string): Promise<There> {
  const events = (await loadDataset(slug, db))?.events ?? [];
  const hidden = await db.event.findMany({ where: { dossier: { slug }, hiddenAt: { not: null } } });
  const entries = await db.revision.findMany({
    where: { dossier: { slug }, subjectKind: { in: ["event", "source"] } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return {
    event: (at) => pick(events, at),
    hidden: hidden.map((event) => event.slug),
    entries: entries.map(({ id }) => id),
  };
}

function pick<T>(things: readonly T[], at: number): T {
  const thing = things[at % Math.max(1, things.length)];
  if (thing === undefined) throw NOTHING;
  return thing;
}

it("the audit that this rests on finds what is wrong", async () => {
  const desk = await openDesk(db, "broken");
  await makeEvent(desk);
  await auditNewsroom(db, "broken");
  await db.$executeRaw`update event set status = 'denied' where title = 'Ministers meet'`;
  await expect(auditNewsroom(db, "broken")).rejects.toThrow();
});
