import type { Id } from "@/core/record/record";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

/** A passage that is not what the text says that it quotes, or a text that is not the one that was stored. */
export type Lie = {
  readonly dossier: string;
  readonly source: string;
  /** `null` where it is a text of the source whose hash does not fit it. */
  readonly passage: string | null;
  readonly reason: string;
};

// Texts whose passages are compared by one statement, which so stays short however much there is.
const BATCH = 200;

/**
 * Compares every passage of every dossier with the text that it quotes, in the database, and every text with its hash:
 * those that sources have, and those that they had.
 * Gives the first lie that it comes upon, or `null` if there is none.
 */
export async function auditPassages(db: Database = database()): Promise<Lie | null> {
  return unlessAway(async () => {
    let batch = await loadTextKeys(db, null);
    while (batch.length > 0) {
      const lie = await locateLie(db, batch);
      if (lie !== null) return lie;
      batch = await loadTextKeys(db, batch.at(-1) ?? null);
    }
    return null;
  });
}

type TextKey = { readonly dossierId: Id; readonly sourceId: Id; readonly sha256: string };

function loadTextKeys(db: Database, after: TextKey | null): Promise<TextKey[]> {
  return db.sourceText.findMany({
    select: { dossierId: true, sourceId: true, sha256: true },
    orderBy: [{ dossierId: "asc" }, { sourceId: "asc" }, { sha256: "asc" }],
    take: BATCH,
    ...(after === null ? {} : { cursor: { dossierId_sourceId_sha256: after }, skip: 1 }),
  });
}

async function locateLie(db: Database, texts: readonly TextKey[]): Promise<Lie | null> {
  const dossierIds = texts.map(({ dossierId }) => dossierId);
  const sourceIds = texts.map(({ sourceId }) => sourceId);
  const hashes = texts.map(({ sha256 }) => sha256);
  const [lie] = await db.$queryRaw<Lie[]>`
    select dossier.slug as dossier, source.slug as source, found.passage, found.reason
    from unnest(${dossierIds}::uuid[], ${sourceIds}::uuid[], ${hashes}::text[]) as batch ("dossierId", "sourceId", sha256)
    join source_text as held on held."dossierId" = batch."dossierId" and held."sourceId" = batch."sourceId"
      and held.sha256 = batch.sha256
    join source on source."dossierId" = held."dossierId" and source.id = held."sourceId"
    join dossier on dossier.id = held."dossierId"
    cross join lateral (
      select null as passage, 'the text does not have the hash that was stored with it' as reason
      where held.sha256 <> encode(sha256(convert_to(held.text, 'UTF8')), 'hex')
      union all
      select passage.slug,
        case
          when passage.exact <> substring(held.text from passage.start + 1 for passage."end" - passage.start)
            then 'the quotation is not the text at ' || passage.start || '–' || passage."end"
          else 'the context around the quotation is not the text’s'
        end
      from passage
      where passage."dossierId" = held."dossierId"
        and passage."sourceId" = held."sourceId"
        and passage."sourceSha256" = held.sha256
        and (
          passage.exact <> substring(held.text from passage.start + 1 for passage."end" - passage.start)
          or passage.prefix <>
            substring(held.text from greatest(passage.start - 32, 0) + 1 for least(passage.start, 32))
          or passage.suffix <> substring(held.text from passage."end" + 1 for 32))
    ) as found
    order by dossier.slug, source.slug, found.passage nulls first
    limit 1`;
  return lie ?? null;
}
