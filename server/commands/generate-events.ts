import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import type { ImportPlace } from "@/core/import/import-row";
import type { Assertion, Category } from "@/core/record/vocabulary";
import type { Day } from "@/core/time/day";
import { UTC, type Zone } from "@/core/time/zone";
import { countTouched, prepareCounting, touch } from "../import/count-touched";
import { lookAhead } from "../import/look-ahead";
import { openBulkClient } from "../import/open-bulk-client";
import { openDossier } from "../import/open-dossier";
import { SettingRecords } from "../import/setting-records";
import { toStableSlug } from "../import/slugs";
import { toImported } from "../import/to-records";
import { readWhen } from "../import/when-lines";
import { type Batch, type NewEvent, prepareWriting, writeBatch } from "../import/write-batch";

/** A report that nobody wrote, of events that did not happen. */
export type InventedReport = {
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: Day;
  readonly events: readonly InventedEvent[];
};

export type InventedEvent = {
  readonly title: string;
  readonly category: Category;
  readonly assertion: Assertion;
  readonly edtf: string;
  readonly place: ImportPlace & { readonly zone: Zone };
  /** The line of the report that tells of it, and words of it that give the time. */
  readonly line: string;
  readonly timeWords: string;
};

const MOST_EVENTS = 2000;

/**
 * Fills a new dossier with reports, by the road that imports take. Throws if there is a dossier of this slug, or what
 * the signal breaks off with; then nothing is written.
 */
export async function generateEvents(
  url: string,
  dossier: { readonly slug: string; readonly title: string; readonly summary: string },
  reports: Iterable<InventedReport>,
  hooks: { readonly onProgress?: (events: number) => void; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const client = await openBulkClient(url);
  try {
    await client.query("begin");
    const { id: dossierId, isNew } = await openDossier(client, { dossier, zone: UTC, author: AUTHOR });
    if (!isNew) throw new Error(`Dossier ${dossier.slug}: a dossier of this name exists.`);
    await prepareWriting(client);
    await prepareCounting(client);
    const settled = new SettingRecords(client, dossierId);
    const context = { client, dossierId, author: AUTHOR, dataset: "generated" };
    const makingId = uuidv7();
    let made = 0;
    for await (const batch of lookAhead(toBatches(reports))) {
      hooks.signal?.throwIfAborted();
      for (const { place } of batch.flatMap(({ events }) => events)) settled.wantPlace(place, place.zone);
      const setting = await settled.settle();
      const records = toRecords(batch, settled);
      const revisions = records.events.map(({ id }, at) => toImported("event", id, makingId, made + at + 1));
      await writeBatch(context, { ...records, ...setting, revisions });
      await touch(
        client,
        records.events.map(({ id }) => id),
      );
      settled.forget();
      made += records.events.length;
      hooks.onProgress?.(made);
    }
    await countTouched(client, dossierId);
    await client.query("commit");
  } finally {
    await client.end().catch(() => {});
  }
}

const AUTHOR = "Generator";

async function* toBatches(reports: Iterable<InventedReport>): AsyncGenerator<readonly InventedReport[]> {
  let batch: InventedReport[] = [];
  let count = 0;
  for (const report of reports) {
    batch.push(report);
    count += report.events.length;
    await nextTurn();
    if (count < MOST_EVENTS) continue;
    yield batch;
    [batch, count] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

type Records = Omit<Batch, "places" | "actors" | "revisions">;

function toRecords(reports: readonly InventedReport[], settled: SettingRecords): Records {
  const sources: Batch["sources"][number][] = [];
  const passages: Batch["passages"][number][] = [];
  const events: NewEvent[] = [];
  for (const report of reports) {
    const { title, publisher, publishedOn } = report;
    const text = report.events.map(({ line }) => line).join("\n");
    const sha256 = createHash("sha256").update(text).digest("hex");
    const sourceId = uuidv7();
    const slug = toStableSlug(title, [sourceId]);
    sources.push({
      ...{ id: sourceId, slug, title, publisher, byline: null, language: "en", url: null, publishedOn },
      ...{ text, sha256 },
    });
    let start = 0;
    for (const event of report.events) {
      // Code points: the lines' names have letters, but no pairs.
      const end = start + event.line.length;
      const passageId = uuidv7();
      const passage = { id: passageId, slug: toStableSlug(event.title, [passageId]), sourceId, start, end };
      passages.push({ ...passage, exact: event.line });
      events.push(toEvent(event, passageId, publishedOn, settled));
      start = end + 1;
    }
  }
  return { sources, passages, events, importRows: [] };
}

function toEvent(event: InventedEvent, passageId: string, toldFrom: Day, settled: SettingRecords): NewEvent {
  const { title, category, assertion, edtf, place, line, timeWords } = event;
  const read = readWhen(edtf, place.zone);
  if (!read.ok) throw new Error(`Event “${title}”: ${read.reason}`);
  const id = uuidv7();
  return {
    id,
    slug: toStableSlug(title, [id]),
    title,
    category,
    when: read.when,
    status: assertion,
    toldFrom,
    placeId: settled.placeId(place, place.zone),
    placeRule: "named in the passage",
    wording: line,
    citation: {
      ...{ id: uuidv7(), passageId, assertion, timeWords, timeRule: null, placeWords: null },
    },
    participations: [],
  };
}
