import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { countInBins } from "./count-in-bins";
import type { Runner } from "./runner";

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
