import { WORLD_BITS } from "@/core/brush/world";
import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import type { Runner } from "./runner";

/** The level of cells that days are counted at, about 2.8° wide; the cube is made from them. */
export const DAY_LEVEL = 7;
/** The level of the wide cells, 11°, that months are counted at as well. */
export const WIDE_LEVEL = 5;

/** The bin of what has no begin; what has no end is in none. */
export const LOWEST_BIN = -2_147_483_648;

/**
 * Adds the dated ones among events to the sums of the days and months in which they begin and end, or takes them away.
 * `ids` is a query of their ids.
 */
export async function countInBins(run: Runner, dossierId: Id, ids: Prisma.Sql, sign: 1 | -1): Promise<void> {
  // What is left of a bin takes the place of what it held; the two of them touch different rows.
  await run.execute(Prisma.sql`
    ${toCounted(dossierId, ids)},
    touched as (select distinct grain, level, bin, category from counted),
    changes as (
      select grain, level, bin, category, cell, ${sign}::int * starts as starts, ${sign}::int * ends as ends
      from counted
      union all
      select grain, level, bin, category, unnest(cells), unnest(starts), unnest(ends)
      from rollup join touched using (grain, level, bin, category)
      where rollup."dossierId" = ${dossierId}::uuid),
    sums as (
      select grain, level, bin, category, cell, sum(starts)::int as starts, sum(ends)::int as ends
      from changes
      group by 1, 2, 3, 4, 5
      having sum(starts) <> 0 or sum(ends) <> 0),
    packed as (
      select grain, level, bin, category,
        array_agg(cell) as cells, array_agg(starts) as starts, array_agg(ends) as ends
      from (select * from sums order by grain, level, bin, category, cell) as sorted
      group by 1, 2, 3, 4),
    gone as (
      delete from rollup using touched
      where rollup."dossierId" = ${dossierId}::uuid
        and rollup.grain = touched.grain and rollup.level = touched.level
        and rollup.bin = touched.bin and rollup.category = touched.category
        and not exists (
          select from packed
          where packed.grain = touched.grain and packed.level = touched.level
            and packed.bin = touched.bin and packed.category = touched.category))
    insert into rollup ("dossierId", grain, level, bin, category, cells, starts, ends)
    select ${dossierId}::uuid, grain, level, bin, category, cells, starts, ends from packed
    on conflict ("dossierId", grain, level, bin, category) do update
    set cells = excluded.cells, starts = excluded.starts, ends = excluded.ends`);
}

// Days first, as there are fewer of them than events; the months are added up from the days. A bin is the one in which
// the first, or the last, millisecond lies.
function toCounted(dossierId: Id, ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with days as (
      select event."placeId", event.category,
        coalesce(floor(event."beginEarliest" / 86400000::float8)::int, ${LOWEST_BIN}::int) as "startDay",
        floor((event."endLatest" - 1) / 86400000::float8)::int as "endDay",
        count(*)::int as events
      from event
      where event."dossierId" = ${dossierId}::uuid and event."hiddenAt" is null and event.edtf is not null
        and event.id in (${ids})
      group by 1, 2, 3, 4),
    placed as (
      select days.*, place."worldX" as x, place."worldY" as y
      from days
      left join place on place."dossierId" = ${dossierId}::uuid and place.id = days."placeId"),
    ends_of as (
      select x, y, category, "startDay" as day, events as starts, 0 as ends from placed
      union all
      select x, y, category, "endDay", 0, events from placed where "endDay" is not null),
    by_day as (
      select
        case when x is null then -1 else ((x >> ${SHIFT}::int) << ${DAY_LEVEL}::int) + (y >> ${SHIFT}::int) end as cell,
        category, day,
        sum(starts)::int as starts, sum(ends)::int as ends
      from ends_of
      group by 1, 2, 3),
    months as (
      select day, case when day = ${LOWEST_BIN}::int then day else
        (extract(year from date '1970-01-01' + day) * 12 + extract(month from date '1970-01-01' + day) - 1)::int
      end as month
      from (select distinct day from by_day) as distinct_days),
    by_month as (
      select cell, category, month, sum(starts)::int as starts, sum(ends)::int as ends
      from by_day join months using (day)
      group by 1, 2, 3),
    by_wide_month as (
      select ${toWide(Prisma.sql`cell`)} as cell, category, month,
        sum(starts)::int as starts, sum(ends)::int as ends
      from by_month
      group by 1, 2, 3),
    counted as (
      select 'day' as grain, ${DAY_LEVEL}::int as level, day as bin, cell, category, starts, ends from by_day
      union all
      select 'month', ${DAY_LEVEL}::int, month, cell, category, starts, ends from by_month
      union all
      select 'month', ${WIDE_LEVEL}::int, month, cell, category, starts, ends from by_wide_month)`;
}

// As toCell in core/brush/world.ts: the leading bits of both coordinates.
const SHIFT = WORLD_BITS - DAY_LEVEL;

/** The wide cell in which a cell of the level of days lies. */
export function toWide(cell: Prisma.Sql): Prisma.Sql {
  const narrower = DAY_LEVEL - WIDE_LEVEL;
  return Prisma.sql`case when ${cell} = -1 then -1 else
    (((${cell} >> ${DAY_LEVEL}::int) >> ${narrower}::int) << ${WIDE_LEVEL}::int)
      + ((${cell} & ${2 ** DAY_LEVEL - 1}::int) >> ${narrower}::int) end`;
}
