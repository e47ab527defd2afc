import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import type { Database } from "../db";
import { SHOWN_EVENT } from "./shown";
import { toTextQuery } from "./text-query";

/** Whether an event's title or one of its passages holds the words, as a condition on `event`. */
export function toMatch(typed: string): Prisma.Sql {
  return Prisma.sql`event.search @@ ${toTextQuery(typed)}`;
}

// Above it, the first page of a list is found sooner by reading events in order; below, by gathering all matches and
// sorting them. What is known to no sample, such as a word that is still being typed, is estimated at 0.2 %.
const COMMON = 0.003;

/**
 * Whether so many events hold the words that a list of them is best read in order: by PostgreSQL's own estimate from
 * its sample of the column, which costs a plan and reads no event. Left alone it would not choose so: it takes rare
 * beginnings of words for more frequent than they are.
 */
export async function isCommon(db: Database, typed: string): Promise<boolean> {
  type Explained = { readonly "QUERY PLAN": readonly { readonly Plan: { readonly "Plan Rows": number } }[] };
  const [explained] = await db.$queryRaw<Explained[]>`
    explain (format json) select from event where ${toMatch(typed)}`;
  const [table] = await db.$queryRaw<{ rows: number }[]>`
    select reltuples::float8 as rows from pg_class where oid = 'event'::regclass`;
  const matches = explained?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
  return matches > COMMON * Math.max(table?.rows ?? 0, 1);
}

/** The ids of the dossier's events that hold the words, as a query. */
export function toMatchingEvents(dossierId: Id, typed: string): Prisma.Sql {
  return Prisma.sql`
    select event.id from event
    where event."dossierId" = ${dossierId}::uuid and ${SHOWN_EVENT} and ${toMatch(typed)}`;
}
