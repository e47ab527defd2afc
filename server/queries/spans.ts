import { Prisma } from "@/generated/prisma/client";

// The classes of event.span in the schema, by the longest that each may last: a day of 26 hours, eight days, 32, 367.
// What lasts longer, or has an open end, is of the class after the last.
const LONGEST_MS = [93_600_000, 691_200_000, 2_764_800_000, 31_708_800_000] as const;

/** The touching events in two parts, for reading in order: what begins inside the window, and what reaches into it. */
export function toTouchingParts(
  from: number,
  to: number | null,
): readonly [inside: Prisma.Sql, reaching: Prisma.Sql] {
  const before = LONGEST_MS.map(
    (longest, span) => Prisma.sql`(event.span = ${span}::smallint
      and event."orderKey" > ${from - longest}::bigint and event."orderKey" < ${from}::bigint)`,
  );
  const long = Prisma.sql`(event.span = ${LONGEST_MS.length}::smallint and event."orderKey" < ${from}::bigint)`;
  const endless = Prisma.sql`(event.span = ${LONGEST_MS.length}::smallint and event."orderKey" >= ${from}::bigint
    and event."beginEarliest" is null)`;
  const inside = Prisma.sql`event."beginEarliest" is not null and event."orderKey" >= ${from}::bigint`;
  return [
    to === null ? inside : Prisma.sql`${inside} and event."orderKey" < ${to}::bigint`,
    Prisma.sql`(${Prisma.join([...before, long, endless], " or ")})
      and (event."endLatest" is null or event."endLatest" > ${from}::bigint)`,
  ];
}

/** Whether an event may be under way at an instant, or begins then or later, by what its class may last at most. */
export function toReachingPast(instant: number): Prisma.Sql {
  const classes = LONGEST_MS.map(
    (longest, span) =>
      Prisma.sql`(event.span = ${span}::smallint and event."orderKey" >= ${instant - longest}::bigint)`,
  );
  return Prisma.sql`(${Prisma.join([...classes, Prisma.sql`event.span = ${LONGEST_MS.length}::smallint`], " or ")})`;
}

/**
 * Whether an event of today's tellings touches [from, to), in epoch milliseconds; `null` is without an end. Written by
 * classes, so that an index on span and begin finds also what began before and reaches into it.
 */
export function toTouching(from: number | null, to: number | null): Prisma.Sql {
  const begins = to === null ? Prisma.sql`true` : Prisma.sql`event."orderKey" < ${to}::bigint`;
  const opens =
    to === null
      ? Prisma.sql`true`
      : Prisma.sql`(event."beginEarliest" is null or event."beginEarliest" < ${to}::bigint)`;
  if (from === null) return Prisma.sql`event."orderKey" is not null and ${opens}`;
  const classes = LONGEST_MS.map(
    (longest, span) =>
      Prisma.sql`(event.span = ${span}::smallint and event."orderKey" > ${from - longest}::bigint and ${begins})`,
  );
  const long = Prisma.sql`(event.span = ${LONGEST_MS.length}::smallint and ${opens})`;
  return Prisma.sql`(${Prisma.join([...classes, long], " or ")})
    and (event."endLatest" is null or event."endLatest" > ${from}::bigint)`;
}
