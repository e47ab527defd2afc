import { type Bin, buildCube, type Column, type Division } from "@/core/brush/build-cube";
import type { Cube } from "@/core/brush/cube";
import type { Id } from "@/core/record/record";
import { CATEGORIES } from "@/core/record/vocabulary";
import { Prisma } from "@/generated/prisma/client";
import { DAY_LEVEL, LOWEST_BIN, toWide, WIDE_LEVEL } from "./count-in-bins";
import type { Runner } from "./runner";

// About one edge for each pixel of the strip that the window is dragged over: finer could not be pointed at.
const MOST_EDGES = 1280;
// What a first view may weigh: so many sums compress to about 400 kB where the events are many, and to far less where
// they are few.
const MOST_SUMS = 1_500_000;
// Beyond this many columns cells are taken four times as wide, which costs place rather than time.
const MOST_COLUMNS = 4000;

// Widths of a bin in days that a person would choose: days, weeks, quarters, years and tens of them.
const WIDTHS = [1, 2, 4, 7, 14, 28, 91, 182, 365, 730, 1826, 3652, 7305, 18_262, 36_525] as const;

/** Makes the cumulative cube of a dossier from its rollups by day. */
export async function loadCube(run: Runner, dossierId: Id): Promise<Cube> {
  const { fine } = await countColumns(run, dossierId);
  const level = fine <= MOST_COLUMNS ? DAY_LEVEL : WIDE_LEVEL;
  const columns = await loadColumns(run, dossierId, level);
  const { first, last } = await loadReach(run, dossierId);
  const division: Division = { level, first, last, binDays: chooseWidth(last - first + 1, columns.length) };
  return buildCube(division, columns, await loadBins(run, dossierId, division));
}

async function countColumns(run: Runner, dossierId: Id): Promise<{ fine: number }> {
  const [counted] = await run.query<{ fine: number }>(Prisma.sql`
    select count(*)::int as fine from (
      select distinct unnest(cells), category from rollup
      where "dossierId" = ${dossierId}::uuid and grain = 'month' and level = ${DAY_LEVEL}::smallint) as columns`);
  return counted ?? { fine: 0 };
}

/** The columns of a dossier at a level; the middle of a cell is that of its places, each as heavy as its events. */
export async function loadColumns(run: Runner, dossierId: Id, level: number): Promise<Column[]> {
  return run.query<Column>(Prisma.sql`
    with middle as (
      select
        ((place."worldX" >> (24 - ${level}::int)) << ${level}::int) + (place."worldY" >> (24 - ${level}::int)) as cell,
        (sum(place."worldX"::float8 * facet.events) / sum(facet.events))::int as x,
        (sum(place."worldY"::float8 * facet.events) / sum(facet.events))::int as y
      from facet
      join place on place."dossierId" = facet."dossierId" and place.id = facet.value::uuid
      where facet."dossierId" = ${dossierId}::uuid and facet.facet = 'place'
      group by 1),
    columns as (
      select distinct unnest(cells) as cell, category from rollup
      where "dossierId" = ${dossierId}::uuid and grain = 'month' and level = ${level}::smallint)
    select columns.cell, columns.category, coalesce(middle.x, 0) as x, coalesce(middle.y, 0) as y
    from columns
    left join middle on middle.cell = columns.cell
    order by columns.cell, array_position(${[...CATEGORIES]}::text[], columns.category)`);
}

// In days since 1970, from the first that an event begins or ends in to the last.
async function loadReach(run: Runner, dossierId: Id): Promise<{ first: number; last: number }> {
  const [reach] = await run.query<{ first: number | null; last: number | null }>(Prisma.sql`
    select min(bin) as first, max(bin) as last from rollup
    where "dossierId" = ${dossierId}::uuid and grain = 'day' and bin > ${LOWEST_BIN}::int`);
  return { first: reach?.first ?? 0, last: reach?.last ?? 0 };
}

function chooseWidth(days: number, columns: number): number {
  const most = Math.min(MOST_EDGES, Math.max(2, Math.floor(MOST_SUMS / Math.max(1, columns))));
  return WIDTHS.find((width) => days / width + 2 <= most) ?? WIDTHS[WIDTHS.length - 1] ?? 1;
}

async function loadBins(run: Runner, dossierId: Id, { level, binDays }: Division): Promise<Bin[]> {
  const cell = level === DAY_LEVEL ? Prisma.sql`cell` : toWide(Prisma.sql`cell`);
  return run.query<Bin>(
    toBins(Prisma.sql`
      select
        case when bin > ${LOWEST_BIN}::int then floor(bin / ${binDays}::float8)::int end as bin,
        ${cell} as cell,
        category, starts, ends
      from (
        select bin, category, unnest(cells) as cell, unnest(starts) as starts, unnest(ends) as ends
        from rollup
        where "dossierId" = ${dossierId}::uuid and grain = 'day' and level = ${DAY_LEVEL}::smallint) as days`),
  );
}

/**
 * Sums rows of bin, cell, category, starts and ends up into bins. A bin comes as one row of arrays: a row for each of a
 * million sums would take longer to read than to count.
 */
export function toBins(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select bin, array_agg(key) as keys, array_agg(starts) as starts, array_agg(ends) as ends
    from (
      select bin, cell * ${CATEGORIES.length}::int + array_position(${[...CATEGORIES]}::text[], category) - 1 as key,
        sum(starts)::int as starts, sum(ends)::int as ends
      from (${rows}) as counted
      group by 1, 2) as sums
    group by bin`;
}
