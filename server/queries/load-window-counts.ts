import type { Id } from "@/core/record/record";
import type { Category } from "@/core/record/vocabulary";
import { DAY, type Instant } from "@/core/time/instant";
import { Prisma } from "@/generated/prisma/client";
import type { EventQuery } from "@/wire/event-query";
import { DAY_LEVEL, toWide } from "../counts/count-events";
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
    const [cube] = await db.$queryRaw<Edges[]>`
      select level,
        greatest(min(edge), least(max(edge),
          min(edge) + floor((${fromDay}::int - min(edge)) / "binDays"::float8)::int * "binDays")) as first,
        greatest(min(edge), least(max(edge),
          min(edge) + floor((${toDay}::int - min(edge)) / "binDays"::float8)::int * "binDays")) as last
      from cube_row where "dossierId" = ${dossierId}::uuid
      group by level, "binDays"`;
    if (!cube) return { level: DAY_LEVEL, cells: [] };
    const cells = isFiltered(query)
      ? await countFiltered(db, dossierId, { ...query, ...toWindow(fromDay, toDay) }, cube.level)
      : await db.$queryRaw<CellCount[]>(toWindowQuery(dossierId, fromDay, toDay, cube));
    return { level: cube.level, cells };
  });
}

type Edges = { readonly level: number; readonly first: number; readonly last: number };

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
  { level, first, last }: Edges,
): Prisma.Sql {
  return Prisma.sql`
    with sums as (
      select position, sum(sum) as events from (
        select begun.position, begun.sum
        from cube_row, unnest(cube_row."startsBefore") with ordinality as begun (sum, position)
        where "dossierId" = ${dossierId}::uuid and level = ${level}::smallint and edge = ${last}::int
        union all
        select ended.position, -ended.sum
        from cube_row, unnest(cube_row."endsBy") with ordinality as ended (sum, position)
        where "dossierId" = ${dossierId}::uuid and level = ${level}::smallint and edge = ${first}::int) as rows
      group by position),
    counted as (
      select cube_column.cell, cube_column.category, sums.events
      from sums
      join cube_column on cube_column."dossierId" = ${dossierId}::uuid
        and cube_column.level = ${level}::smallint and cube_column.position = sums.position - 1
      union all
      select
        ${level === DAY_LEVEL ? Prisma.sql`cell` : toWide(Prisma.sql`cell`)},
        category,
        case when bin >= ${last}::int then starts else 0 end
          - case when bin < ${fromDay}::int then ends else 0 end
      from rollup
      where "dossierId" = ${dossierId}::uuid and grain = 'day' and level = ${DAY_LEVEL}::smallint
        and ((bin >= ${last}::int and bin < ${toDay}::int) or (bin >= ${first}::int and bin < ${fromDay}::int)))
    select cell, category, sum(events)::int as events
    from counted
    group by 1, 2
    having sum(events) > 0
    order by 1, 2`;
}
