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
 * Adds events to the counts of their dossier, or takes them away (`sign` −1) before they change or go. `ids` is a
 * query of their ids; the hidden ones among them are not counted. Belongs in the transaction of the change, and `settleCounts` after it.
 */
export async function countEvents(run: Runner, dossierId: Id, ids: Prisma.Sql, sign: 1 | -1): Promise<void> {
  await countInBins(run, dossierId, ids, sign);
  await countByFacet(run, dossierId, ids, sign);
  await run.execute(Prisma.sql`
    insert into tally ("dossierId", version, events, undated, unplaced, sources, places)
    values (${dossierId}::uuid, 0, 0, 0, 0, 0, 0)
    on conflict do nothing`);
  await run.execute(Prisma.sql`
    update tally set
      events = tally.events + ${sign}::int * counted.events,
      undated = tally.undated + ${sign}::int * counted.undated,
      unplaced = tally.unplaced + ${sign}::int * counted.unplaced
    from (
      select count(*)::int as events,
        (count(*) filter (where edtf is null))::int as undated,
        (count(*) filter (where "placeId" is null))::int as unplaced
      from event
      where "dossierId" = ${dossierId}::uuid and "hiddenAt" is null and id in (${ids})) as counted
    where tally."dossierId" = ${dossierId}::uuid`);
}

// Days first, as there are fewer of them than events; the months are added up from the days. A bin is the one in which
// the first, or the last, millisecond lies.
async function countInBins(run: Runner, dossierId: Id, ids: Prisma.Sql, sign: 1 | -1): Promise<void> {
  const counted = Prisma.sql`
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
  if (sign === 1) {
    await run.execute(Prisma.sql`
      ${counted}
      insert into rollup ("dossierId", grain, level, bin, cell, category, starts, ends)
      select ${dossierId}::uuid, grain, level, bin, cell, category, starts, ends from counted
      on conflict ("dossierId", grain, level, bin, cell, category) do update
      set starts = rollup.starts + excluded.starts, ends = rollup.ends + excluded.ends`);
    return;
  }
  await run.execute(Prisma.sql`
    ${counted}
    update rollup set starts = rollup.starts - counted.starts, ends = rollup.ends - counted.ends
    from counted
    where rollup."dossierId" = ${dossierId}::uuid
      and rollup.grain = counted.grain and rollup.level = counted.level and rollup.bin = counted.bin
      and rollup.cell = counted.cell and rollup.category = counted.category`);
  // Those alone: to look through all of a large dossier's would take longer than the rest.
  await run.execute(Prisma.sql`
    ${counted}
    delete from rollup using counted
    where rollup."dossierId" = ${dossierId}::uuid and rollup.starts = 0 and rollup.ends = 0
      and rollup.grain = counted.grain and rollup.level = counted.level and rollup.bin = counted.bin
      and rollup.cell = counted.cell and rollup.category = counted.category`);
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

async function countByFacet(run: Runner, dossierId: Id, ids: Prisma.Sql, sign: 1 | -1): Promise<void> {
  const counted = Prisma.sql`
    with chosen as materialized (
      select id, category, status, "placeId", "originId" from event
      where "dossierId" = ${dossierId}::uuid and "hiddenAt" is null and id in (${ids})),
    counted as (
      select 'cat' as facet, category as value, count(*)::int as events from chosen group by 2
      union all
      select 'status', status, count(*)::int from chosen group by 2
      union all
      select 'place', touched.place::text, count(*)::int
      from chosen
      cross join lateral (
        select "placeId" as place where "placeId" is not null
        union
        select "originId" where "originId" is not null) as touched
      group by 2
      union all
      select 'actor', participation."actorId"::text, count(distinct participation."eventId")::int
      from participation
      join chosen on chosen.id = participation."eventId"
      where participation."dossierId" = ${dossierId}::uuid
      group by 2)`;
  if (sign === 1) {
    await run.execute(Prisma.sql`
      ${counted}
      insert into facet ("dossierId", facet, value, events)
      select ${dossierId}::uuid, facet, value, events from counted
      on conflict ("dossierId", facet, value) do update set events = facet.events + excluded.events`);
    return;
  }
  await run.execute(Prisma.sql`
    ${counted}
    update facet set events = facet.events - counted.events
    from counted
    where facet."dossierId" = ${dossierId}::uuid
      and facet.facet = counted.facet and facet.value = counted.value`);
  await run.execute(Prisma.sql`delete from facet where "dossierId" = ${dossierId}::uuid and events = 0`);
}
