import { uuidv7 } from "uuidv7";
import type { Draft } from "@/core/record/draft";
import type { Dataset, Dossier, Id } from "@/core/record/record";
import { toDataset } from "@/core/record/to-dataset";
import { verifyQuote } from "@/core/text/quote";
import { countDossier } from "../counts/count-dossier";
import { toPrismaRunner } from "../counts/runner";
import { unlessAway } from "../database-away";
import { type Database, database, type Transaction } from "../db";
import { recordToCitationRow, recordToDossierRow, recordToEventRow } from "../rows/inputs";
import { insertPassage } from "./insert-passage";
import { insertSources } from "./insert-sources";
import { recordCreation } from "./record-creation";
import { setBases } from "./set-bases";
import { toSha256 } from "./sha256";

// Far above what a draft of a thousand events takes; it only ends a transaction that hangs.
const LONGEST_MS = 60_000;

/**
 * Checks a draft and stores it as a new dossier, all or nothing, with its history signed by `author`.
 * Throws naming the thing and the value that is wrong, or the slug if it is taken.
 */
export async function loadDraft(draft: Draft, author: string, db: Database = database()): Promise<Dossier> {
  const dataset = toDataset(draft, { newId: uuidv7, sha256: toSha256 });
  await unlessAway(() => db.$transaction((tx) => storeDataset(tx, dataset, author), { timeout: LONGEST_MS }));
  return dataset.dossier;
}

async function storeDataset(tx: Transaction, dataset: Dataset, author: string): Promise<void> {
  const { dossier, events } = dataset;
  const dossierId = dossier.id;
  if (await tx.dossier.findUnique({ where: { slug: dossier.slug }, select: { id: true } })) {
    throw new Error(`Dossier ${dossier.slug}: a dossier of this name exists.`);
  }
  await tx.dossier.create({ data: recordToDossierRow(dossier) });
  await insertSources(tx, dossierId, dataset.sources);
  await storePassages(tx, dataset);
  await tx.place.createMany({ data: dataset.places.map((place) => ({ ...place, dossierId })) });
  await tx.actor.createMany({ data: dataset.actors.map((actor) => ({ ...actor, dossierId })) });
  await tx.event.createMany({ data: events.map((event) => recordToEventRow(dossierId, event)) });
  await tx.citation.createMany({
    data: events.flatMap(({ id, citations }) =>
      citations.map((citation) => recordToCitationRow(dossierId, id, citation)),
    ),
  });
  await tx.participation.createMany({
    data: events.flatMap(({ id, participations }) =>
      participations.map((participation, position) => ({
        ...participation,
        dossierId,
        eventId: id,
        position,
      })),
    ),
  });
  await setBases(tx, dossierId, events);
  await countDossier(toPrismaRunner(tx), dataset);
  await recordCreation(tx, dataset, author);
}

async function storePassages(tx: Transaction, { dossier, sources, passages }: Dataset): Promise<void> {
  const byId = new Map<Id, Dataset["sources"][number]>(sources.map((source) => [source.id, source]));
  for (const { id, slug, sourceId, start, end, exact } of passages) {
    const source = byId.get(sourceId);
    if (!source) throw new Error(`Passage ${slug}: source ${sourceId} is not in the draft.`);
    const quote = verifyQuote(source, start, end, exact);
    await insertPassage(tx, { dossierId: dossier.id, id, slug, sourceId, quote });
  }
}
