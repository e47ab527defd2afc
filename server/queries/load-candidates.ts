import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import type { Cursor } from "@/wire/cursor";
import type { EventQuery } from "@/wire/event-query";
import type { Database } from "../db";
import { isCommon } from "./matching-events";
import { toTouchingParts } from "./spans";
import { toFilters, toTimes, toToldEvents } from "./told-events";

type Row = { id: Id; key: bigint | null; hasOpenBegin: boolean; end: bigint | null };

/** The places in time order of the next events, after the query's cursor, that pass the query; the undated come last. */
export async function loadCandidates(
  db: Database,
  dossierId: Id,
  query: EventQuery,
  most: number,
): Promise<Cursor[]> {
  const isPastDated = query.cursor !== null && query.cursor.key === null;
  const dated = isPastDated ? [] : await loadDated(db, dossierId, query, most);
  const isWindow = query.from !== null || query.to !== null;
  if (isWindow || dated.length === most) return dated;
  const after = query.cursor?.key === null ? query.cursor.id : null;
  return [...dated, ...(await loadUndated(db, dossierId, query, after, most - dated.length))];
}

// The order of `compareWhens`: open begins first, open ends last; the id settles what is left.
const toOrder = (key: Prisma.Sql) => Prisma.sql`
  ${key},
  (event."beginEarliest" is not null),
  coalesce(event."endLatest", 9223372036854775807::bigint),
  event.id`;
const ORDER = toOrder(Prisma.sql`event."orderKey"`);
// The same order, which no index has.
const SORTED = toOrder(Prisma.sql`event."orderKey" + 0`);

const COLUMNS = Prisma.sql`
  event.id, event."orderKey" as key, event."beginEarliest" is null as "hasOpenBegin", event."endLatest" as end`;

async function loadDated(db: Database, dossierId: Id, query: EventQuery, most: number): Promise<Cursor[]> {
  const rows = await db.$queryRaw<Row[]>(await chooseDatedQuery(db, dossierId, query, most));
  return rows.map(toCursor);
}

/** The statement that finds the dated ones, by the road that the query's words call for; the benchmark measures it as well. */
export async function chooseDatedQuery(
  db: Database,
  dossierId: Id,
  query: EventQuery,
  most: number,
): Promise<Prisma.Sql> {
  const conditions = [
    Prisma.sql`event."orderKey" is not null`,
    ...toFilters(dossierId, query),
    ...toPosition(query.cursor),
  ];
  const isRare = query.q !== null && !(await isCommon(db, query.q));
  const ways = isRare ? [toWhole(query)] : toParts(query);
  const parts = ways.map(
    (part) => Prisma.sql`(
      select ${COLUMNS}, (event."beginEarliest" is not null) as bounded
      from ${toToldEvents(dossierId, query.reportedBy)}
      where ${Prisma.join([...conditions, part], " and ")}
      order by ${isRare ? SORTED : ORDER}
      limit ${most})`,
  );
  return Prisma.sql`
    select id, key, "hasOpenBegin", "end" from (${Prisma.join(parts, " union all ")}) as found
    order by key, bounded, coalesce("end", 9223372036854775807::bigint), id
    limit ${most}`;
}

// What begins inside the window is read in order and left off when the page is full. What reaches into it from before
// is found by other means and has to be sorted; in one query the whole window would be.
function toParts(query: EventQuery): readonly Prisma.Sql[] {
  const { from, to, reportedBy } = query;
  if (from !== null && reportedBy === null) return toTouchingParts(from, to);
  return [toWhole(query)];
}

function toWhole(query: EventQuery): Prisma.Sql {
  return Prisma.join([Prisma.sql`true`, ...toTimes(query)], " and ");
}

async function loadUndated(
  db: Database,
  dossierId: Id,
  query: EventQuery,
  after: Id | null,
  most: number,
): Promise<Cursor[]> {
  const conditions = [
    Prisma.sql`event."orderKey" is null`,
    ...toFilters(dossierId, query),
    ...(after === null ? [] : [Prisma.sql`event.id > ${after}::uuid`]),
  ];
  const rows = await db.$queryRaw<Row[]>`
    select ${COLUMNS}
    from ${toToldEvents(dossierId, query.reportedBy)}
    where ${Prisma.join(conditions, " and ")}
    order by event.id
    limit ${most}`;
  return rows.map(toCursor);
}

// The first condition says no more than the second, but an index can be entered by it.
function toPosition(after: Cursor | null): Prisma.Sql[] {
  if (after === null || after.key === null) return [];
  const { key, hasOpenBegin, end, id } = after;
  return [
    Prisma.sql`event."orderKey" >= ${key}::bigint`,
    Prisma.sql`(${ORDER}) > (
      ${key}::bigint, ${!hasOpenBegin}::boolean, coalesce(${end}::bigint, 9223372036854775807::bigint), ${id}::uuid)`,
  ];
}

function toCursor({ id, key, hasOpenBegin, end }: Row): Cursor {
  return {
    id,
    key: key === null ? null : Number(key),
    hasOpenBegin,
    end: end === null ? null : Number(end),
  };
}
