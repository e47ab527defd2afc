import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { toTextQuery } from "./text-query";

/** Whether an event's title or one of its passages holds the words, as a condition on `event`. */
export function toMatch(typed: string): Prisma.Sql {
  return Prisma.sql`event.search @@ ${toTextQuery(typed)}`;
}

/** The ids of the dossier's events that hold the words, as a query. */
export function toMatchingEvents(dossierId: Id, typed: string): Prisma.Sql {
  return Prisma.sql`select event.id from event where event."dossierId" = ${dossierId}::uuid and ${toMatch(typed)}`;
}
