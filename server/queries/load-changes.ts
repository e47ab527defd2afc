import {
  type FieldChange,
  type Names,
  toDossierDifference,
  toEventDifference,
  toPassageDifference,
  toSourceDifference,
} from "@/core/record/difference";
import type { Dossier, DossierEvent, Id } from "@/core/record/record";
import { REVISION_KINDS, type RevisionKind } from "@/core/record/vocabulary";
import { toTextDifference } from "@/core/text/text-difference";
import type { Instant } from "@/core/time/instant";
import { Prisma } from "@/generated/prisma/client";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toMember } from "../rows/member";
import { type States, stateToEvent, stateToPassage, stateToSource, toStates } from "../rows/states";
import { loadDossierId } from "./load-dossier-id";
import { loadNames } from "./load-names";

/** An entry of a dossier's history. */
export type ListedChange = {
  readonly id: Id;
  /** Shared by all that was done at once; `null` in histories from before that was noted. */
  readonly changeId: Id | null;
  readonly at: Instant;
  readonly author: string;
  /** Who accepted what the author had proposed. */
  readonly acceptedBy: string | null;
  readonly kind: RevisionKind;
  readonly subject: { readonly kind: string; readonly slug: string };
  readonly reason: string | null;
  /** `null` also where the history does not say, or what it says is withheld since its subject is deleted. */
  readonly before: Prisma.JsonObject | null;
  readonly after: Prisma.JsonObject | null;
  readonly isWithheld: boolean;
  readonly differences: readonly FieldChange[];
};

export type ChangesPage = { readonly changes: readonly ListedChange[]; readonly next: Id | null };

export type ChangesQuery = {
  readonly limit: number;
  /** The last entry of the page before. */
  readonly cursor: Id | null;
  readonly subject: { readonly kind: string; readonly slug: string } | null;
  /** Whether all of the sources may be seen, or what they publish. */
  readonly isWhole: boolean;
};

type Row = {
  readonly id: Id;
  readonly changeId: Id | null;
  readonly at: Date;
  readonly author: string;
  readonly acceptedBy: string | null;
  readonly kind: string;
  readonly subjectKind: string;
  readonly slug: string | null;
  readonly reason: string | null;
  readonly change: Prisma.JsonValue;
  readonly isHidden: boolean;
  readonly subjectId: Id;
  /** Of the source that is changed, or quoted. */
  readonly publishes: string | null;
};

/** A page of a dossier's history, newest first; `null` if there is no such dossier. */
export async function loadChanges(
  slug: string,
  query: ChangesQuery,
  db: Database = database(),
): Promise<ChangesPage | null> {
  return unlessAway(async () => {
    const dossierId = await loadDossierId(slug, db);
    if (dossierId === null) return null;
    const rows = await db.$queryRaw<Row[]>(toChangesStatement(dossierId, query));
    const page = rows.slice(0, query.limit);
    const told = page.map((row) => ({
      row,
      states: row.isHidden ? WITHHELD : toShown(toStates(row.change), isOpen(row, query)),
    }));
    const names = await loadNames(
      db,
      dossierId,
      told.flatMap(({ row, states }) => toEvents(row, states)),
    );
    return {
      changes: await Promise.all(
        told.map(async ({ row, states }) => ({
          ...toChange(row, states),
          differences: [
            ...toDifferences(row.subjectKind, states, names),
            ...(await loadTextDifference(db, dossierId, row, query)),
          ],
        })),
      ),
      next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

const WITHHELD: States = { before: undefined, after: undefined };

function isOpen({ publishes }: Row, { isWhole }: ChangesQuery): boolean {
  return isWhole || publishes === null || publishes === "full";
}

// By the hash of a text, and by what stands around a passage, a reader could learn what is not published.
function toShown(states: States, isOpenToAll: boolean): States {
  if (isOpenToAll) return states;
  const shorten = (state: States["before"]) => {
    if (!state) return state;
    const {
      sha256: _,
      sourceSha256: __,
      prefix: ___,
      suffix: ____,
      start: _____,
      end: ______,
      ...shown
    } = state;
    return shown;
  };
  return { before: shorten(states.before), after: shorten(states.after) };
}

// Of longer texts a page of a history would take too long to compare; they can be read whole.
const LONGEST_COMPARED = 300_000;
const ANOTHER_TEXT: FieldChange[] = [{ field: "text", of: null, before: null, after: "Another text" }];

// A change of more is told as a change of this much; the texts themselves can be read whole.
const MOST_STRETCHES = 30;

async function loadTextDifference(
  db: Database,
  dossierId: Id,
  row: Row,
  query: ChangesQuery,
): Promise<FieldChange[]> {
  const { before, after } = row.isHidden ? WITHHELD : toStates(row.change);
  if (row.subjectKind !== "source" || !before || !after || before.sha256 === after.sha256) return [];
  if (!isOpen(row, query)) return ANOTHER_TEXT;
  const hashes = [String(before.sha256), String(after.sha256)];
  const texts = await db.$queryRaw<{ sha256: string; text: string }[]>`
    select sha256, text from source_text
    where "dossierId" = ${dossierId}::uuid and "sourceId" = ${row.subjectId}::uuid
      and sha256 = any(${hashes}) and char_length(text) <= ${LONGEST_COMPARED}`;
  const [old, present] = hashes.map((hash) => texts.find(({ sha256 }) => sha256 === hash)?.text);
  if (old === undefined || present === undefined) return ANOTHER_TEXT;
  const stretches = toTextDifference(old, present);
  const told = stretches.slice(0, MOST_STRETCHES).map((stretch) => ({ field: "text", of: null, ...stretch }));
  const rest = stretches.length - told.length;
  return rest === 0
    ? told
    : [...told, { field: "text", of: null, before: null, after: `… and in ${rest} more places` }];
}

/**
 * The statement of a page. Passages, places and actors are made with the events that need them, and an import is one
 * entry: unless somebody asks for the history of one of them. The index "revision_told_idx" holds the same choice.
 */
export function toChangesStatement(dossierId: Id, { limit, cursor, subject }: ChangesQuery): Prisma.Sql {
  const asked =
    subject === null
      ? Prisma.sql`(revision."subjectKind" in ('dossier', 'source', 'event')
            or (revision."subjectKind" = 'passage' and revision.kind = 'changed'))
          and (revision.kind <> 'imported' or revision."subjectKind" = 'dossier')`
      : Prisma.sql`revision."subjectKind" = ${subject.kind} and revision."subjectId" = (
          select id from ${SUBJECTS} as named
          where named."dossierId" = ${dossierId}::uuid and named.kind = ${subject.kind} and named.slug = ${subject.slug}
          limit 1)`;
  const after = cursor === null ? Prisma.empty : Prisma.sql`and revision.id < ${cursor}::uuid`;
  return Prisma.sql`
    select revision.id, revision."changeId", revision.at, revision.author,
      revision."acceptedBy", revision.kind, revision."subjectKind",
      revision.reason, revision.change, revision."subjectId",
      coalesce(source.publishes, quoted.publishes) as publishes,
      coalesce(event.slug, source.slug, passage.slug, place.slug, actor.slug, tombstone.slug, dossier.slug) as slug,
      coalesce(event."hiddenAt", source."hiddenAt", tombstone."hiddenAt") is not null as "isHidden"
    from revision
    ${join("event")} ${join("source")} ${join("passage")} ${join("place")} ${join("actor")}
    left join source as quoted on quoted."dossierId" = passage."dossierId" and quoted.id = passage."sourceId"
    left join dossier on revision."subjectKind" = 'dossier' and dossier.id = revision."dossierId"
    left join tombstone on tombstone."dossierId" = revision."dossierId"
      and tombstone."subjectKind" = revision."subjectKind" and tombstone."subjectId" = revision."subjectId"
    where revision."dossierId" = ${dossierId}::uuid and ${asked} ${after}
    order by revision.id desc
    limit ${limit + 1}`;
}

function join(table: "event" | "source" | "passage" | "place" | "actor"): Prisma.Sql {
  const name = Prisma.raw(table);
  return Prisma.sql`left join ${name} on revision."subjectKind" = ${table}
    and ${name}."dossierId" = revision."dossierId" and ${name}.id = revision."subjectId"`;
}

const SUBJECTS = Prisma.sql`(
  select "dossierId", 'event' as kind, slug, id from event
  union all select "dossierId", 'source', slug, id from source
  union all select "dossierId", 'passage', slug, id from passage
  union all select "dossierId", 'place', slug, id from place
  union all select "dossierId", 'actor', slug, id from actor
  union all select id, 'dossier', slug, id from dossier
  union all select "dossierId", "subjectKind", slug, "subjectId" from tombstone)`;

function toEvents({ subjectKind }: Row, { before, after }: States): DossierEvent[] {
  if (subjectKind !== "event") return [];
  return [before, after].flatMap((state) => (state ? [stateToEvent(state)] : []));
}

function toChange(row: Row, states: States): Omit<ListedChange, "differences"> {
  const { id, changeId, at, author, acceptedBy, subjectKind, slug, reason, isHidden } = row;
  return {
    ...{ id, changeId, at: at.getTime() as Instant, author, acceptedBy, reason },
    kind: toMember("revision.kind", REVISION_KINDS, row.kind),
    subject: { kind: subjectKind, slug: slug ?? "" },
    before: states.before ?? null,
    after: states.after ?? null,
    isWithheld: isHidden,
  };
}

function toDifferences(subjectKind: string, { before, after }: States, names: Names): FieldChange[] {
  if (before === undefined || after === undefined) return [];
  if (subjectKind === "event")
    return toEventDifference(before && stateToEvent(before), after && stateToEvent(after), names);
  if (subjectKind === "source")
    return toSourceDifference(before && stateToSource(before), after && stateToSource(after));
  if (subjectKind === "passage")
    return toPassageDifference(before && stateToPassage(before), after && stateToPassage(after));
  if (subjectKind === "dossier")
    return toDossierDifference(before as Dossier | null, after as Dossier | null);
  return [];
}
