import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { toReachingPast } from "../queries/spans";
import type { Runner } from "./runner";

/** From the first known instant of a dossier to the last, in epoch milliseconds; `null` where nothing is dated. */
export type Reach = { readonly first: number | null; readonly last: number | null };

/**
 * Finds how far the events of a dossier reach. By indexes alone: the last end is that of an event that begins late, by
 * as much as its class may last before the last begin of all, so that a change reads no more than those.
 */
export async function loadReach(run: Runner, dossierId: Id): Promise<Reach> {
  const shown = Prisma.sql`"dossierId" = ${dossierId}::uuid and "hiddenAt" is null`;
  const [begins] = await run.query<Reach>(Prisma.sql`
    select min("orderKey")::float8 as first, max("orderKey")::float8 as last from event
    where ${shown} and "orderKey" is not null`);
  if (!begins || begins.last === null) return { first: null, last: null };
  const [ends] = await run.query<Pick<Reach, "last">>(Prisma.sql`
    select max(coalesce("endLatest", "beginLatest"))::float8 as last from event
    where ${shown} and ${toReachingPast(begins.last)}`);
  return { first: begins.first, last: ends?.last ?? null };
}
