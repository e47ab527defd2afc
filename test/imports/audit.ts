import { expect } from "vitest";
import type { Database } from "@/server/db";
import { auditPassages } from "@/server/queries/audit-passages";

/** Everything that an import that was broken off might leave behind; and whether every passage is verbatim. */
export async function auditWhole(db: Database): Promise<void> {
  expect(await auditPassages(db)).toBeNull();
  const [left] = await db.$queryRaw<Record<string, number>[]>`
    select
      (select count(*)::int from event where not exists (
        select from citation
        where citation."dossierId" = event."dossierId" and citation."eventId" = event.id)) as uncited,
      (select count(*)::int from event where edtf is not null and "basisId" is null) as unfounded,
      (select count(*)::int from source where not exists (
        select from passage
        where passage."dossierId" = source."dossierId" and passage."sourceId" = source.id)) as unquoted,
      (select count(*)::int from place where not exists (
        select from event where event."dossierId" = place."dossierId" and event."placeId" = place.id)) as unvisited,
      (select count(*)::int from event where not exists (
        select from revision
        where revision."dossierId" = event."dossierId" and revision."subjectId" = event.id)) as unrecorded,
      (select count(*)::int from dossier where not exists (
        select from tally where tally."dossierId" = dossier.id)) as uncounted,
      (select count(*)::int from tally where events <> (
        select count(*) from event where event."dossierId" = tally."dossierId")) as miscounted,
      (select count(*)::int from pg_class where relname in ('new_passage', 'touched_event')) as temporary`;
  expect(left).toEqual(Object.fromEntries(Object.keys(left ?? {}).map((name) => [name, 0])));
}
