import type { Id } from "@/core/record/record";
import { REVISION_KINDS } from "@/core/record/vocabulary";
import type { Database } from "../db";
import type { ToldChange } from "../live/notify-change";
import { toMember } from "../rows/member";

/** Whoever missed more is told of the newest alone: everything has to be loaded anew anyway. */
const MOST_CAUGHT_UP = 200;

type Row = { readonly id: Id; readonly kind: string; readonly subject: string };

/** What was told of a dossier after an entry of its history, oldest first. */
export async function loadChangesSince(db: Database, dossierId: Id, after: Id): Promise<ToldChange[]> {
  const rows = await db.$queryRaw<Row[]>`
    select missed.id, missed.kind,
      missed."subjectKind" || ':' || coalesce(event.slug, source.slug, passage.slug, tombstone.slug, dossier.slug) as subject
    from (
      select id, kind, "subjectKind", "subjectId", "dossierId" from revision
      where "dossierId" = ${dossierId}::uuid and id > ${after}::uuid
        and ("subjectKind" in ('dossier', 'source', 'event') or ("subjectKind" = 'passage' and kind = 'changed'))
      order by id desc
      limit ${MOST_CAUGHT_UP}) as missed
    left join event on missed."subjectKind" = 'event'
      and event."dossierId" = missed."dossierId" and event.id = missed."subjectId"
    left join source on missed."subjectKind" = 'source'
      and source."dossierId" = missed."dossierId" and source.id = missed."subjectId"
    left join passage on missed."subjectKind" = 'passage'
      and passage."dossierId" = missed."dossierId" and passage.id = missed."subjectId"
    left join tombstone on tombstone."dossierId" = missed."dossierId"
      and tombstone."subjectKind" = missed."subjectKind" and tombstone."subjectId" = missed."subjectId"
    left join dossier on missed."subjectKind" = 'dossier' and dossier.id = missed."dossierId"
    order by missed.id`;
  return rows.map(({ id, kind, subject }) => ({
    ...{ dossierId, id, subject },
    kind: toMember("revision.kind", REVISION_KINDS, kind),
  }));
}
