import type { Columns } from "@/core/brush/columns";
import type { Id } from "@/core/record/record";
import { CATEGORIES, type Category } from "@/core/record/vocabulary";
import { Prisma } from "@/generated/prisma/client";
import type { EventQuery } from "@/wire/event-query";
import type { Database } from "../db";
import { toConditions, toToldEvents } from "./told-events";

/** More events than this do not travel one by one: 1.6 MB, and 4 ms to decode. */
export const MOST_COLUMNS = 200_000;

type Row = {
  readonly begin: number | null;
  readonly end: number | null;
  readonly category: Category;
  readonly x: number | null;
  readonly y: number | null;
};

/** The dated events that pass a query as columns; `null` if there are more than MOST_COLUMNS. */
export async function loadCrowdColumns(
  db: Database,
  dossierId: Id,
  query: EventQuery,
): Promise<Columns | null> {
  const conditions = [Prisma.sql`event."orderKey" is not null`, ...toConditions(dossierId, query)];
  const rows = await db.$queryRaw<Row[]>`
    select event."beginEarliest"::float8 as begin, event."endLatest"::float8 as end, event.category,
      place."worldX" as x, place."worldY" as y
    from ${toToldEvents(dossierId, query.reportedBy)}
    left join place on place."dossierId" = ${dossierId}::uuid and place.id = event."placeId"
    where ${Prisma.join(conditions, " and ")}
    limit ${MOST_COLUMNS + 1}`;
  return rows.length > MOST_COLUMNS ? null : toColumns(rows);
}

function toColumns(rows: readonly Row[]): Columns {
  const sorted = rows.toSorted((a, b) => compare(a.begin ?? -Infinity, b.begin ?? -Infinity));
  const positions = new Map<number, number>();
  const placeX: number[] = [];
  const placeY: number[] = [];
  const places = Int32Array.from(sorted, ({ x, y }) => {
    if (x === null || y === null) return -1;
    const key = x * 2 ** 24 + y;
    let place = positions.get(key);
    if (place === undefined) {
      place = placeX.length;
      positions.set(key, place);
      placeX.push(x);
      placeY.push(y);
    }
    return place;
  });
  return {
    begins: Float64Array.from(sorted, ({ begin }) => begin ?? -Infinity),
    ends: Float64Array.from(sorted, ({ end }) => end ?? Infinity),
    places,
    categories: Uint8Array.from(sorted, ({ category }) => CATEGORIES.indexOf(category)),
    placeX: Int32Array.from(placeX),
    placeY: Int32Array.from(placeY),
  };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
