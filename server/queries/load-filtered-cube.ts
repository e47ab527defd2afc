import { type Bin, buildCube, toKey } from "@/core/brush/build-cube";
import type { Cube } from "@/core/brush/cube";
import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import type { EventQuery } from "@/wire/event-query";
import { loadColumns, toBins } from "../counts/load-cube";
import { toPrismaRunner } from "../counts/runner";
import type { Database } from "../db";
import { toConditions, toToldEvents } from "./told-events";

/**
 * The cube of the events that pass a query, on the edges of the dossier's own. No sum that is kept can answer it, so
 * the events are read: what takes longer than a statement may (4 s) ends as a database that does not answer in time.
 */
export async function loadFilteredCube(db: Database, dossierId: Id, query: EventQuery): Promise<Cube> {
  const { level, binDays, first, last } = await loadDivision(db, dossierId);
  const conditions = [Prisma.sql`event."orderKey" is not null`, ...toConditions(dossierId, query)];
  const width = binDays * 86_400_000;
  const cellOf = Prisma.sql`case when place.id is null then -1 else
    ((place."worldX" >> (24 - ${level}::int)) << ${level}::int) + (place."worldY" >> (24 - ${level}::int)) end`;
  const bins = await db.$queryRaw<Bin[]>(
    toBins(Prisma.sql`
      with told as materialized (
        select category, "startBin", "endBin", ${cellOf} as cell, events
        from (
          select event.category, event."placeId",
            floor(event."beginEarliest" / ${width}::float8)::int as "startBin",
            floor((event."endLatest" - 1) / ${width}::float8)::int as "endBin",
            count(*)::int as events
          from ${toToldEvents(dossierId, query.reportedBy)}
          where ${Prisma.join(conditions, " and ")}
          group by 1, 2, 3, 4) as sums
        left join place on place."dossierId" = ${dossierId}::uuid and place.id = sums."placeId")
      select "startBin" as bin, cell, category, events as starts, 0 as ends from told
      union all
      select "endBin", cell, category, 0, events from told where "endBin" is not null`),
  );
  const present = new Set(bins.flatMap(({ keys }) => keys));
  const columns = (await loadColumns(toPrismaRunner(db), dossierId, level)).filter(({ cell, category }) =>
    present.has(toKey(cell, category)),
  );
  // An event that was told otherwise on the day asked for may lie outside of what is told today.
  const days = bins.flatMap(({ bin }) => (bin === null ? [] : [bin * binDays]));
  const reach = {
    first: days.reduce((least, day) => Math.min(least, day), first),
    last: days.reduce((most, day) => Math.max(most, day), last),
  };
  return buildCube({ level, binDays, ...reach }, columns, bins);
}

async function loadDivision(db: Database, dossierId: Id) {
  const [division] = await db.$queryRaw<{ level: number; binDays: number; first: number; last: number }[]>`
    select level, "binDays", min(edge) as first, max(edge) - "binDays" as last
    from cube_row where "dossierId" = ${dossierId}::uuid
    group by level, "binDays"`;
  if (!division) throw new Error(`Dossier ${dossierId}: it has not been counted.`);
  return division;
}
