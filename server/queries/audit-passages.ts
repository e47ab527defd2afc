import type { Id } from "@/core/record/record";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

/** A passage that is not what its source says, or a source that is not the text that was read. */
export type Lie = {
  readonly dossier: string;
  readonly source: string;
  /** `null` where it is the source itself whose hash does not fit its text. */
  readonly passage: string | null;
  readonly reason: string;
};

// Sources whose passages are compared by one statement, which so stays short however much there is.
const BATCH = 200;

/**
 * Compares every passage of every dossier with its source's text, in the database, and every text with its hash.
 * Gives the first lie that it comes upon, or `null` if there is none.
 */
export async function auditPassages(db: Database = database()): Promise<Lie | null> {
  return unlessAway(async () => {
    let batch = await loadSourceKeys(db, null);
    while (batch.length > 0) {
      const lie = await locateLie(db, batch);
      if (lie !== null) return lie;
      batch = await loadSourceKeys(db, batch.at(-1) ?? null);
    }
    return null;
  });
}

type SourceKey = { readonly dossierId: Id; readonly id: Id };

function loadSourceKeys(db: Database, after: SourceKey | null): Promise<SourceKey[]> {
  return db.source.findMany({
    select: { dossierId: true, id: true },
    orderBy: [{ dossierId: "asc" }, { id: "asc" }],
    take: BATCH,
    ...(after === null ? {} : { cursor: { dossierId_id: after }, skip: 1 }),
  });
}

async function locateLie(db: Database, sources: readonly SourceKey[]): Promise<Lie | null> {
  const dossierIds = sources.map(({ dossierId }) => dossierId);
  const ids = sources.map(({ id }) => id);
  const [lie] = await db.$queryRaw<Lie[]>`
    select dossier.slug as dossier, source.slug as source, found.passage, found.reason
    from unnest(${dossierIds}::uuid[], ${ids}::uuid[]) as batch ("dossierId", id)
    join source on source."dossierId" = batch."dossierId" and source.id = batch.id
    join dossier on dossier.id = source."dossierId"
    cross join lateral (
      select null as passage, 'the text does not have the hash that was stored with it' as reason
      where source.sha256 <> encode(sha256(convert_to(source.text, 'UTF8')), 'hex')
      union all
      select passage.slug,
        case
          when passage.exact <> substring(source.text from passage.start + 1 for passage."end" - passage.start)
            then 'the quotation is not the text at ' || passage.start || '–' || passage."end"
          when passage."sourceSha256" <> source.sha256
            then 'the passage was taken from another text'
          else 'the context around the quotation is not the text’s'
        end
      from passage
      where passage."dossierId" = source."dossierId"
        and passage."sourceId" = source.id
        and (
          passage.exact <> substring(source.text from passage.start + 1 for passage."end" - passage.start)
          or passage."sourceSha256" <> source.sha256
          or passage.prefix <>
            substring(source.text from greatest(passage.start - 32, 0) + 1 for least(passage.start, 32))
          or passage.suffix <> substring(source.text from passage."end" + 1 for 32))
    ) as found
    order by dossier.slug, source.slug, found.passage nulls first
    limit 1`;
  return lie ?? null;
}
