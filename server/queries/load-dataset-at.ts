import type { Dataset, DossierEvent, Id, Source } from "@/core/record/record";
import { compareWhens } from "@/core/time/compatible";
import type { Instant } from "@/core/time/instant";
import { Prisma } from "@/generated/prisma/client";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { stateToEvent, stateToSource } from "../rows/states";
import { loadDataset } from "./load-dataset";
import { type StateAt, toStateBetween } from "./load-state-at";

/**
 * A dossier as it was kept at an instant, from its history: what was not there then is left out, and so is what has
 * been deleted since, whose words are withheld everywhere. `null` if there is no such dossier.
 */
export async function loadDatasetAt(
  slug: string,
  at: Instant,
  db: Database = database(),
): Promise<Dataset | null> {
  const present = await loadDataset(slug, db);
  if (present === null) return null;
  const toState = await unlessAway(() => loadStates(db, present.dossier.id, at));
  const sources = await withTextsThen(
    db,
    present,
    present.sources.flatMap((source) => toSourceThen(source, toState(source.id))),
  );
  const known = new Set(sources.map(({ id }) => id));
  const passages = present.passages.filter(({ sourceId }) => known.has(sourceId));
  const citable = new Set(passages.map(({ id }) => id));
  const dossier = toState(present.dossier.id);
  return {
    ...present,
    dossier: isState(dossier) ? { ...present.dossier, ...toNamed(dossier) } : present.dossier,
    sources,
    passages,
    events: present.events
      .flatMap((event) => toEventThen(event, toState(event.id), citable))
      .toSorted((a, b) => compareWhens(a.when, b.when)),
    changeId: null,
  };
}

function toSourceThen(source: Source, state: StateAt): Source[] {
  if (state === null) return [];
  // What is kept from readers today is kept from them in what was, too.
  const { text, publishes } = source;
  return [state === "present" ? source : { ...source, ...stateToSource(state), text, publishes }];
}

/** The sources with the texts that they had: of those that have another by now, it is read. */
async function withTextsThen(db: Database, present: Dataset, then: readonly Source[]): Promise<Source[]> {
  const now = new Map(present.sources.map(({ id, sha256 }) => [id, sha256]));
  const changed = then.filter(({ id, sha256 }) => now.get(id) !== sha256);
  if (changed.length === 0) return [...then];
  const texts = await unlessAway(() =>
    db.sourceText.findMany({
      where: {
        dossierId: present.dossier.id,
        OR: changed.map(({ id, sha256 }) => ({ sourceId: id, sha256 })),
      },
    }),
  );
  return then.map((source) => {
    const held = texts.find(({ sourceId, sha256 }) => sourceId === source.id && sha256 === source.sha256);
    return held ? { ...source, text: held.text } : source;
  });
}

// A citation goes with its source; an event that would be left with none is not shown.
function toEventThen(event: DossierEvent, state: StateAt, citable: ReadonlySet<Id>): DossierEvent[] {
  if (state === null) return [];
  const then = state === "present" ? event : stateToEvent(state);
  const citations = then.citations.filter(({ passageId }) => citable.has(passageId));
  if (citations.length === 0) return [];
  const basisId = citations.some(({ id }) => id === then.basisId) ? then.basisId : null;
  return [{ ...then, citations, basisId }];
}

function toNamed({ title, summary }: Prisma.JsonObject): { title?: string; summary?: string } {
  return {
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof summary === "string" ? { summary } : {}),
  };
}

function isState(state: StateAt): state is Prisma.JsonObject {
  return state !== null && state !== "present";
}

type Entry = { readonly subjectId: Id; readonly change: Prisma.JsonValue };

async function loadStates(db: Database, dossierId: Id, at: Instant): Promise<(id: Id) => StateAt> {
  const until = await loadEntries(db, dossierId, Prisma.sql`at <= ${new Date(at)}`, Prisma.sql`desc`);
  const from = await loadEntries(db, dossierId, Prisma.sql`at > ${new Date(at)}`, Prisma.sql`asc`);
  return (id) => toStateBetween(until.get(id), from.get(id));
}

/** Of each thing the last entry of its history that passes, or with `asc` the first. */
async function loadEntries(db: Database, dossierId: Id, passes: Prisma.Sql, order: Prisma.Sql) {
  const rows = await db.$queryRaw<Entry[]>`
    select distinct on ("subjectId") "subjectId", change from revision
    where "dossierId" = ${dossierId}::uuid and "subjectKind" in ('dossier', 'source', 'event') and ${passes}
    order by "subjectId", id ${order}`;
  return new Map(rows.map(({ subjectId, change }) => [subjectId, change]));
}
