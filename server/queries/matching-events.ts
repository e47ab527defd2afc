import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { toTextQuery } from "./text-query";

/** The ids of the dossier's events whose title or one of whose passages holds the words, as a subquery. */
export function toMatchingEvents(dossierId: Id, typed: string): Prisma.Sql {
  const query = toTextQuery(typed);
  return Prisma.sql`
    select event.id
    from event
    where event."dossierId" = ${dossierId}::uuid and event.search @@ ${query}
    union
    select citation."eventId"
    from passage
    join citation on citation."dossierId" = passage."dossierId" and citation."passageId" = passage.id
    where passage."dossierId" = ${dossierId}::uuid and passage.search @@ ${query}`;
}
