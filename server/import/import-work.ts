import type pg from "pg";
import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { countEvents } from "../counts/count-events";
import { toClientRunner } from "../counts/runner";
import { notifyChange } from "../live/notify-change";
import { type ChangedRow, changeEvents, prepareChanging } from "./change-events";
import { countTouched, prepareCounting, touch } from "./count-touched";
import type { ImportCounts } from "./import-report";
import type { PreparedRow } from "./prepare-row";
import { SettingRecords } from "./setting-records";
import { toStableSlug } from "./slugs";
import type { PreparedBatch } from "./to-batches";
import { type RowSource, toImported, toRowEvent, toRowSource } from "./to-records";
import {
  type NewEvent,
  type NewImportRow,
  type NewRevision,
  prepareWriting,
  writeBatch,
} from "./write-batch";

export type WorkContext = {
  /** In a transaction. */
  readonly client: pg.ClientBase;
  readonly dossierId: Id;
  readonly author: string;
  readonly dataset: string;
  readonly format: string;
  readonly fileName: string;
};

type Known = { readonly eventId: Id; readonly digest: string };
type NewRow = RowSource & {
  readonly event: NewEvent;
  readonly importRow: NewImportRow;
  readonly line: number;
};

/** The writing of one import inside its transaction: `prepare`, then `take` each batch, then `finish`. */
export class ImportWork {
  /** How many rows of the dataset the dossier had before. */
  knownBefore = 0;
  private readonly importId: Id = uuidv7();
  private readonly settled: SettingRecords;

  constructor(private readonly context: WorkContext) {
    this.settled = new SettingRecords(context.client, context.dossierId);
  }

  async prepare(): Promise<void> {
    const { client, dossierId, dataset } = this.context;
    await prepareWriting(client);
    await prepareChanging(client);
    await prepareCounting(client);
    await this.settled.load();
    const { rows } = await client.query<{ count: number }>(COUNT_KNOWN, [dossierId, dataset]);
    this.knownBefore = rows[0]?.count ?? 0;
  }

  /** Compares a batch with what is known of its rows, and stores what is new or says something else. */
  async take({ rows }: PreparedBatch, isWritten: boolean, counts: ImportCounts): Promise<void> {
    if (rows.length === 0) return;
    const known = await this.loadKnown(rows);
    const fresh = rows.filter(({ row }) => !known.has(row.key));
    const changed = rows.filter(
      ({ row, digest }) => known.has(row.key) && known.get(row.key)?.digest !== digest,
    );
    counts.added += fresh.length;
    counts.changed += changed.length;
    counts.unchanged += rows.length - fresh.length - changed.length;
    for (const { row, when } of [...fresh, ...changed]) {
      if (when === null) counts.undated++;
      if (row.place === null) counts.unplaced++;
      if (row.source.publishedOn === null) counts.dayGiven++;
    }
    if (isWritten && fresh.length + changed.length > 0) await this.write(fresh, changed, known);
  }

  /** Leaves word of the import itself, and brings the counts of the dossier up to date. */
  async finish(counts: ImportCounts, sha256: string): Promise<void> {
    const { client, dossierId, dataset, format, fileName, author } = this.context;
    const { rows, added, changed, unchanged, rejected } = counts;
    await client.query(INSERT_IMPORT, [
      ...[dossierId, this.importId, dataset, format, fileName, sha256, author],
      ...[rows, added, changed, unchanged, rejected],
    ]);
    await countTouched(client, dossierId);
    const id = uuidv7();
    const change = JSON.stringify({ imported: { import: this.importId } });
    const { rows: named } = await client.query<{ slug: string }>(INSERT_REVISION, [
      dossierId,
      id,
      author,
      change,
    ]);
    const subject = `dossier:${named[0]?.slug}`;
    await notifyChange(toClientRunner(client), { dossierId, id, subject, kind: "imported" });
  }

  private async loadKnown(rows: readonly PreparedRow[]): Promise<ReadonlyMap<string, Known>> {
    if (this.knownBefore === 0) return new Map();
    const { client, dossierId, dataset } = this.context;
    const keys = rows.map(({ row }) => row.key);
    const found = await client.query<Known & { key: string }>(LOAD_KNOWN, [dossierId, dataset, keys]);
    return new Map(found.rows.map(({ key, ...known }) => [key, known]));
  }

  private async write(
    fresh: readonly PreparedRow[],
    changed: readonly PreparedRow[],
    known: ReadonlyMap<string, Known>,
  ): Promise<void> {
    for (const { row, placeZone } of [...fresh, ...changed]) {
      if (row.place && placeZone) this.settled.wantPlace(row.place, placeZone);
      for (const actor of row.actors) this.settled.wantActor(actor);
    }
    const made = await this.settled.settle();
    const newRows = fresh.map((prepared) => this.toNewRow(prepared));
    const corrections = changed.map((prepared) => this.toCorrection(prepared, known));
    const both = [...newRows, ...corrections];
    await writeBatch(this.context, {
      ...made,
      sources: both.map(({ source }) => source),
      passages: both.map(({ passage }) => passage),
      events: newRows.map(({ event }) => event),
      importRows: newRows.map(({ importRow }) => importRow),
      revisions: [
        ...made.places.map(({ id }) => toImported("place", id, this.importId, null)),
        ...made.actors.map(({ id }) => toImported("actor", id, this.importId, null)),
        ...newRows.map(({ event, line }) => toImported("event", event.id, this.importId, line)),
      ],
    });
    if (corrections.length > 0) await this.correct(corrections.map(({ change }) => change));
    const touched = [
      ...newRows.map(({ event }) => event.id),
      ...corrections.map(({ change }) => change.event.id),
    ];
    await touch(this.context.client, touched);
    this.settled.forget();
  }

  private toNewRow(prepared: PreparedRow): NewRow {
    const { row, digest } = prepared;
    const { dataset } = this.context;
    const { source, passage } = toRowSource(prepared, dataset, "");
    const slug = toStableSlug(row.title, ["event", dataset, row.key]);
    const ids = { id: uuidv7(), citationId: uuidv7(), slug };
    const event = toRowEvent(prepared, passage.id, ids, this.settled);
    return { source, passage, event, importRow: { key: row.key, eventId: ids.id, digest }, line: row.line };
  }

  private toCorrection(
    prepared: PreparedRow,
    known: ReadonlyMap<string, Known>,
  ): RowSource & { readonly change: ChangedRow } {
    const { row, digest, publishedOn } = prepared;
    const id = known.get(row.key)?.eventId;
    if (id === undefined) throw new Error(`Row ${row.key}: no event is known of it.`);
    const { source, passage } = toRowSource(prepared, this.context.dataset, this.importId);
    // The event keeps its slug and its citation; these two are not written.
    const ids = { id, citationId: id, slug: "" };
    const event = toRowEvent(prepared, passage.id, ids, this.settled);
    return { source, passage, change: { key: row.key, digest, event, publishedOn } };
  }

  private async correct(changes: readonly ChangedRow[]): Promise<void> {
    const { client, dossierId } = this.context;
    const ids = changes.map(({ event }) => event.id);
    // They are counted again, as they are then, at the end.
    await countEvents(toClientRunner(client), dossierId, Prisma.sql`select unnest(${ids}::uuid[])`, -1);
    const revisions: readonly NewRevision[] = await changeEvents(this.context, changes);
    await writeBatch(this.context, { ...NOTHING, revisions });
  }
}

const NOTHING = { sources: [], passages: [], places: [], actors: [], events: [], importRows: [] };

const COUNT_KNOWN = `select count(*)::int as count from import_row where "dossierId" = $1 and dataset = $2`;

const LOAD_KNOWN = `
  select key, "eventId", digest from import_row
  where "dossierId" = $1 and dataset = $2 and key = any($3::text[])`;

const INSERT_REVISION = `
  with written as (
    insert into revision ("dossierId", id, "subjectKind", "subjectId", author, kind, change)
    values ($1, $2, 'dossier', $1, $3, 'imported', $4)
    returning "dossierId")
  select slug from dossier join written on written."dossierId" = dossier.id`;

const INSERT_IMPORT = `
  insert into import
    ("dossierId", id, dataset, format, "fileName", sha256, author, rows, added, changed, unchanged, rejected)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
