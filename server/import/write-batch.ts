import type pg from "pg";
import type { Actor, Id, Place, Source } from "@/core/record/record";
import type { Assertion, Category, Status } from "@/core/record/vocabulary";
import { CONTEXT_LENGTH } from "@/core/text/quote";
import type { Day } from "@/core/time/day";
import type { When } from "@/core/time/when";
import { type Cell, copyRows, toCopyCell, toCopyLine } from "./copy-rows";
import { WHEN_COLUMNS, whenToCells } from "./when-lines";

export type NewPassage = {
  readonly id: Id;
  readonly slug: string;
  readonly sourceId: Id;
  /** In code points of the source's text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
};

/** An event that one passage reports. */
export type NewEvent = {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
  readonly category: Category;
  readonly when: When | null;
  readonly status: Status;
  readonly toldFrom: Day;
  readonly placeId: Id | null;
  readonly placeRule: string | null;
  /** The words of its passage, by which it is found. */
  readonly wording: string;
  readonly citation: NewCitation;
  readonly participations: readonly { readonly actorId: Id; readonly role: string }[];
};

export type NewCitation = {
  readonly id: Id;
  readonly passageId: Id;
  readonly assertion: Assertion;
  readonly timeWords: string | null;
  readonly timeRule: string | null;
  readonly placeWords: string | null;
};

export type NewRevision = {
  readonly id: Id;
  readonly subjectKind: "dossier" | "source" | "passage" | "place" | "actor" | "event";
  readonly subjectId: Id;
  readonly kind: "imported" | "changed";
  /** As JSON. */
  readonly change: string;
};

export type NewImportRow = { readonly key: string; readonly eventId: Id; readonly digest: string };

/** Records that are not in the database yet. They refer to each other, or to what is there. */
export type Batch = {
  readonly sources: readonly Omit<Source, "retrievedOn" | "coverage" | "publishes" | "version">[];
  readonly passages: readonly NewPassage[];
  readonly places: readonly (Place & { readonly worldX: number; readonly worldY: number })[];
  readonly actors: readonly Actor[];
  readonly events: readonly NewEvent[];
  readonly revisions: readonly NewRevision[];
  readonly importRows: readonly NewImportRow[];
};

export type WriteContext = {
  /** In a transaction in which `prepareWriting` was called. */
  readonly client: pg.ClientBase;
  readonly dossierId: Id;
  readonly author: string;
  /** Of the import rows. */
  readonly dataset: string;
};

/** Once in a transaction, before its first batch. */
export async function prepareWriting(client: pg.ClientBase): Promise<void> {
  await client.query(`
    create temporary table new_passage (
      id uuid, slug text, "sourceId" uuid, start int, "end" int, exact text
    ) on commit drop`);
  // New words gather in a list until they are sorted into the index: the longer the list, the less often that is done.
  await client.query("set local gin_pending_list_limit = '32MB'");
  await client.query("set local maintenance_work_mem = '128MB'");
}

/**
 * Stores a batch by COPY, in the order in which its records need each other. Throws what the database refuses, and if
 * a passage is not what its source says at its offsets.
 */
export async function writeBatch(context: WriteContext, batch: Batch): Promise<void> {
  const { client, dossierId, author, dataset } = context;
  const copy = <T>(
    table: string,
    columns: readonly string[],
    records: readonly T[],
    toCells: (record: T) => readonly Cell[],
  ) =>
    copyRows(
      client,
      table,
      ["dossierId", ...columns],
      records.map((record) => toCopyLine([dossierId, ...toCells(record)])),
    );

  // The queue of references to check is emptied with every batch.
  await client.query(`set constraints "source_text_dossierId_sourceId_fkey" deferred`);
  await copy("source_text", ["sourceId", "sha256", "text"], batch.sources, ({ id, sha256, text }) => [
    ...[id, sha256, text],
  ]);
  await copy("source", SOURCE_COLUMNS, batch.sources, (source) => [
    ...SOURCE_KEYS.map((key) => source[key]),
    "full",
  ]);
  await client.query(`set constraints "source_text_dossierId_sourceId_fkey" immediate`);
  await writePassages(context, batch.passages);
  await copy("place", PLACE_COLUMNS, batch.places, (place) => PLACE_COLUMNS.map((key) => place[key]));
  await copy("actor", ACTOR_COLUMNS, batch.actors, (actor) => ACTOR_COLUMNS.map((key) => actor[key]));
  // Events and citations refer to each other, as sources and texts do.
  await client.query(`set constraints "event_dossierId_id_basisId_fkey" deferred`);
  await copyRows(
    client,
    "event",
    EVENT_COLUMNS,
    batch.events.map((event) => toEventLine(dossierId, event)),
  );
  await copyRows(
    client,
    "citation",
    CITATION_COLUMNS,
    batch.events.map((event) => toCitationLine(dossierId, event.id, event.citation, event.when)),
  );
  await client.query(`set constraints "event_dossierId_id_basisId_fkey" immediate`);
  await copy(
    "participation",
    ["eventId", "position", "actorId", "role"],
    batch.events.flatMap(({ id, participations }) =>
      participations.map(({ actorId, role }, position) => [id, position, actorId, role]),
    ),
    (cells) => cells,
  );
  await copy("import_row", ["dataset", "key", "eventId", "digest"], batch.importRows, (row) => [
    dataset,
    row.key,
    row.eventId,
    row.digest,
  ]);
  await copy(
    "revision",
    ["id", "subjectKind", "subjectId", "author", "kind", "change"],
    batch.revisions,
    ({ id, subjectKind, subjectId, kind, change }) => [id, subjectKind, subjectId, author, kind, change],
  );
}

const SOURCE_KEYS = [
  "id",
  "slug",
  "title",
  "publisher",
  "byline",
  "language",
  "url",
  "publishedOn",
  "sha256",
] as const;
const SOURCE_COLUMNS = [...SOURCE_KEYS, "coverage"] as const;
const PLACE_COLUMNS = [
  "id",
  "slug",
  "name",
  "lon",
  "lat",
  "precision",
  "radiusKm",
  "geonamesId",
  "countryCode",
  "zone",
  "worldX",
  "worldY",
] as const;
const ACTOR_COLUMNS = ["id", "slug", "name", "kind"] as const;
const EVENT_COLUMNS = [
  "dossierId",
  "id",
  "slug",
  "title",
  "category",
  "status",
  "toldFrom",
  "placeId",
  "placeRule",
  "wording",
  "basisId",
  ...WHEN_COLUMNS,
] as const;
const CITATION_COLUMNS = [
  "dossierId",
  "id",
  "eventId",
  "passageId",
  "assertion",
  "timeWords",
  "timeRule",
  "placeWords",
  ...WHEN_COLUMNS,
] as const;

function toEventLine(dossierId: Id, event: NewEvent): string {
  const { id, slug, title, category, when, status, toldFrom, placeId, placeRule, wording, citation } = event;
  const basisId = when && citation.id;
  const line = toCopyLine([
    ...[dossierId, id, slug, title, category, status, toldFrom],
    ...[placeId, placeRule, wording, basisId],
  ]);
  return `${line.slice(0, -1)}\t${whenToCells(when)}\n`;
}

function toCitationLine(dossierId: Id, eventId: Id, citation: NewCitation, when: When | null): string {
  const { id, passageId, assertion, timeWords, timeRule, placeWords } = citation;
  const line = toCopyLine([dossierId, id, eventId, passageId, assertion, timeWords, timeRule, placeWords]);
  return `${line.slice(0, -1)}\t${whenToCells(when)}\n`;
}

// By a statement that compares every quotation with its source's text, as the command for a single passage does.
async function writePassages(
  { client, dossierId }: WriteContext,
  passages: readonly NewPassage[],
): Promise<void> {
  if (passages.length === 0) return;
  const lines = passages.map(
    ({ id, slug, sourceId, start, end, exact }) =>
      `${id}\t${slug}\t${sourceId}\t${start}\t${end}\t${toCopyCell(exact)}\n`,
  );
  await copyRows(client, "new_passage", ["id", "slug", "sourceId", "start", "end", "exact"], lines);
  const { rowCount } = await client.query(INSERT_PASSAGES, [dossierId, CONTEXT_LENGTH]);
  if (rowCount !== passages.length) {
    const { rows } = await client.query<{ slug: string }>(LOCATE_LIE, [dossierId]);
    throw new Error(`Passage ${rows[0]?.slug}: its source does not say so at its offsets.`);
  }
  await client.query("truncate new_passage");
}

// The subquery with an offset cannot be turned into a join over the whole table of sources, which the planner, who
// knows nothing of rows this new, would take for small.
const INSERT_PASSAGES = `
  insert into passage
    ("dossierId", id, slug, "sourceId", "sourceSha256", start, "end", exact, prefix, suffix)
  select
    $1::uuid, new_passage.id, new_passage.slug, new_passage."sourceId", source.sha256,
    new_passage.start, new_passage."end", new_passage.exact,
    substring(source.text from greatest(start - $2::int, 0) + 1 for least(start, $2::int)),
    substring(source.text from "end" + 1 for $2::int)
  from new_passage
  cross join lateral (
    select sha256, text from source_text
    where "dossierId" = $1::uuid and "sourceId" = new_passage."sourceId"
    offset 0
  ) as source
  where substring(source.text from start + 1 for "end" - start) = exact`;

const LOCATE_LIE = `
  select slug from new_passage
  where not exists (
    select from passage where passage."dossierId" = $1::uuid and passage.id = new_passage.id
  )
  limit 1`;
