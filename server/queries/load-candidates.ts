import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import type { Cursor } from "@/wire/cursor";
import type { EventQuery } from "@/wire/event-query";
import type { Database } from "../db";
import { toMatchingEvents } from "./matching-events";

type Row = { id: Id; key: bigint | null; hasOpenBegin: boolean; end: bigint | null };

/**
 * The next events in time order, after a cursor, that can pass a query: by all but status, and by date only where
 * nothing unpublished can change it.
 */
export async function loadCandidates(
  db: Database,
  dossierId: Id,
  query: EventQuery,
  after: Cursor | null,
  most: number,
): Promise<Cursor[]> {
  const conditions = [
    Prisma.sql`event."dossierId" = ${dossierId}::uuid`,
    ...toPosition(after),
    ...toTimes(query),
    ...toFacets(dossierId, query),
    ...toSourced(dossierId, query),
    ...toSearched(dossierId, query),
  ];
  const rows = await db.$queryRaw<Row[]>`
    select
      event.id,
      event."orderKey" as key,
      event."beginEarliest" is null as "hasOpenBegin",
      event."endLatest" as end
    from event
    where ${Prisma.join(conditions, " and ")}
    order by ${ORDER}
    limit ${most}`;
  return rows.map(({ id, key, hasOpenBegin, end }) => ({
    id,
    key: key === null ? null : Number(key),
    hasOpenBegin,
    end: end === null ? null : Number(end),
  }));
}

// The order of `compareWhens`: undated last, open begins first, open ends last; the id settles what is left.
const LAST = Prisma.sql`9223372036854775807::bigint`;
const ORDER = Prisma.sql`
  coalesce(event."orderKey", ${LAST}),
  (event."beginEarliest" is not null),
  coalesce(event."endLatest", ${LAST}),
  event.id`;

function toPosition(after: Cursor | null): Prisma.Sql[] {
  if (after === null) return [];
  const { key, hasOpenBegin, end, id } = after;
  return [
    Prisma.sql`(${ORDER}) > (
      coalesce(${key}::bigint, ${LAST}), ${!hasOpenBegin}::boolean, coalesce(${end}::bigint, ${LAST}), ${id}::uuid)`,
  ];
}

function toTimes({ from, to, reportedBy }: EventQuery): Prisma.Sql[] {
  if (reportedBy !== null || (from === null && to === null)) return [];
  return [
    Prisma.sql`event."orderKey" is not null`,
    ...(to === null
      ? []
      : [Prisma.sql`(event."beginEarliest" is null or event."beginEarliest" < ${to}::bigint)`]),
    ...(from === null
      ? []
      : [Prisma.sql`(event."endLatest" is null or event."endLatest" > ${from}::bigint)`]),
  ];
}

function toFacets(dossierId: Id, { cat, actor, place, bbox }: EventQuery): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (cat.length > 0) conditions.push(Prisma.sql`event.category = any(${[...cat]})`);
  if (place.length > 0) conditions.push(toPlaced(dossierId, Prisma.sql`place.slug = any(${[...place]})`));
  if (bbox !== null) {
    const { west, south, east, north } = bbox;
    const isAcross = west > east ? Prisma.sql`or` : Prisma.sql`and`;
    conditions.push(
      toPlaced(
        dossierId,
        Prisma.sql`place.lat between ${south} and ${north}
          and (place.lon >= ${west} ${isAcross} place.lon <= ${east})`,
      ),
    );
  }
  if (actor.length > 0) {
    conditions.push(Prisma.sql`exists (
      select from participation
      join actor on actor."dossierId" = participation."dossierId" and actor.id = participation."actorId"
      where participation."dossierId" = ${dossierId}::uuid
        and participation."eventId" = event.id
        and actor.slug = any(${[...actor]}))`);
  }
  return conditions;
}

// A leg touches two places.
function toPlaced(dossierId: Id, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (
    select from place
    where place."dossierId" = ${dossierId}::uuid
      and place.id in (event."placeId", event."originId")
      and ${condition})`;
}

function toSourced(dossierId: Id, { source, reportedBy }: EventQuery): Prisma.Sql[] {
  if (source.length === 0 && reportedBy === null) return [];
  const named = source.length > 0 ? Prisma.sql`and source.slug = any(${[...source]})` : Prisma.empty;
  const published =
    reportedBy === null ? Prisma.empty : Prisma.sql`and source."publishedOn" <= ${reportedBy}`;
  return [
    Prisma.sql`exists (
      select from citation
      join passage on passage."dossierId" = citation."dossierId" and passage.id = citation."passageId"
      join source on source."dossierId" = passage."dossierId" and source.id = passage."sourceId"
      where citation."dossierId" = ${dossierId}::uuid and citation."eventId" = event.id ${named} ${published})`,
  ];
}

function toSearched(dossierId: Id, { q }: EventQuery): Prisma.Sql[] {
  return q === null ? [] : [Prisma.sql`event.id in (${toMatchingEvents(dossierId, q)})`];
}
