import type { Id } from "@/core/record/record";
import type { Category } from "@/core/record/vocabulary";
import { DAY, type Instant } from "@/core/time/instant";
import { Prisma } from "@/generated/prisma/client";
import type { EventQuery } from "@/wire/event-query";
import { DAY_LEVEL, toWide } from "../counts/count-in-bins";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toConditions, toToldEvents } from "./told-events";

/** Events of one cell and category that touch a window; cell −1 has no place. */
export type CellCount = { readonly cell: number; readonly category: Category; readonly events: number };

/** The cells of a window at the level of the dossier's cube. */
export type WindowCounts = { readonly level: number; readonly cells: readonly CellCount[] };

/**
 * Counts the events that touch the whole UTC days [fromDay, toDay), since 1970, by cell and category. Without a filter
 * by two rows of the cube, and the rollup's days between each of its edges and the day asked for: the cost does not
 * grow with the events. Behind a filter they are read, within the time that a statement has.
 */
export async function loadWindowCounts(
  dossierId: Id,
  query: EventQuery,
  fromDay: number,
  toDay: number,
  db: Database = database(),
): Promise<WindowCounts> {
  return unlessAway(async () => {
    const [division] = await db.$queryRaw<EdgeDivision[]>`
      select level, "binDays", min(edge) as least, max(edge) as most
      from cube_row where "dossierId" = ${dossierId}::uuid
      group by level, "binDays"`;
    if (!division) return { level: DAY_LEVEL, cells: [] };
    const { level } = division;
    const cells = isFiltered(query)
      ? await countFiltered(db, dossierId, { ...query, ...toWindow(fromDay, toDay) }, level)
      : await db.$queryRaw<CellCount[]>(toWindowQuery(dossierId, fromDay, toDay, division));
    return { level, cells };
  });
}

/** The edges of a dossier's cube, in days since 1970. */
export type EdgeDivision = {
  readonly level: number;
  readonly binDays: number;
  readonly least: number;
  readonly most: number;
};

function isFiltered({ q, cat, actor, place, source, status, reportedBy, bbox }: EventQuery): boolean {
  return (
    [q, reportedBy, bbox].some((part) => part !== null) ||
    [cat, actor, place, source, status].some(({ length }) => length > 0)
  );
}

function toWindow(fromDay: number, toDay: number) {
  return { from: (fromDay * DAY) as Instant, to: (toDay * DAY) as Instant };
}

function countFiltered(db: Database, dossierId: Id, query: EventQuery, level: number): Promise<CellCount[]> {
  return db.$queryRaw<CellCount[]>`
    select
      case when place.id is null then -1 else
        ((place."worldX" >> (24 - ${level}::int)) << ${level}::int) + (place."worldY" >> (24 - ${level}::int))
      end as cell,
      event.category, count(*)::int as events
    from ${toToldEvents(dossierId, query.reportedBy)}
    left join place on place."dossierId" = ${dossierId}::uuid and place.id = event."placeId"
    where ${Prisma.join(toConditions(dossierId, query), " and ")}
    group by 1, 2
    order by 1, 2`;
}

/** The statement that counts an unfiltered window, which the benchmark measures as well. */
export function toWindowQuery(
  dossierId: Id,
  fromDay: number,
  toDay: number,
  division: EdgeDivision,
): Prisma.Sql {
  const { level } = division;
  const [first, last] = [toNearestEdge(fromDay, division), toNearestEdge(toDay, division)];
  const isRow = (row: Prisma.Sql, edge: number) => Prisma.sql`
    ${row}."dossierId" = ${dossierId}::uuid and ${row}.level = ${level}::smallint and ${row}.edge = ${edge}::int`;
  return Prisma.sql`
    with sums as (
      select generate_subscripts(begun."startsBefore", 1) - 1 as position,
        unnest(begun."startsBefore") - unnest(ended."endsBy") as events
      from cube_row as begun, cube_row as ended
      where ${isRow(Prisma.sql`begun`, last)} and ${isRow(Prisma.sql`ended`, first)}),
    counted as (
      select cube_column.cell, cube_column.category, sums.events
      from sums
      join cube_column on cube_column."dossierId" = ${dossierId}::uuid
        and cube_column.level = ${level}::smallint and cube_column.position = sums.position
      union all
      ${toDays(dossierId, level, Prisma.sql`starts`, last, toDay, 1)}
      union all
      ${toDays(dossierId, level, Prisma.sql`ends`, first, fromDay, -1)})
    select cell, category, sum(events)::int as events
    from counted
    group by 1, 2
    having sum(events) > 0
    order by 1, 2`;
}

// Of the two edges beside a day the nearer one, so that at most half a bin of days lies between.
function toNearestEdge(day: number, { binDays, least, most }: EdgeDivision): number {
  const edge = least + Math.round((day - least) / binDays) * binDays;
  return Math.min(Math.max(edge, least), most);
}

// What the days between an edge and a day add to the sums at the edge, or what they have too much where the day is
// before it.
function toDays(
  dossierId: Id,
  level: number,
  counts: Prisma.Sql,
  edge: number,
  day: number,
  sign: 1 | -1,
): Prisma.Sql {
  const cell = level === DAY_LEVEL ? Prisma.sql`cell` : toWide(Prisma.sql`cell`);
  return Prisma.sql`
    select ${cell}, category, ${edge <= day ? sign : -sign}::int * events
    from (
      select unnest(cells) as cell, category, unnest(${counts}) as events
      from rollup
      where "dossierId" = ${dossierId}::uuid and grain = 'day' and level = ${DAY_LEVEL}::smallint
        and bin >= ${Math.min(edge, day)}::int and bin < ${Math.max(edge, day)}::int) as days`;
}
