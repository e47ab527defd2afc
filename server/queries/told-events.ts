import type { Id } from "@/core/record/record";
import type { Day } from "@/core/time/day";
import { Prisma } from "@/generated/prisma/client";
import type { EventQuery } from "@/wire/event-query";
import { toMatch } from "./matching-events";
import { SHOWN_EVENT } from "./shown";
import { toTouching } from "./spans";

/**
 * The events of a dossier as they were told on a day, under the name `event`: with today's columns (`null`), or with
 * those that held then. An event of which nothing had been said by then is not among them.
 */
export function toToldEvents(dossierId: Id, reportedBy: Day | null): Prisma.Sql {
  if (reportedBy === null) return Prisma.sql`event`;
  return Prisma.sql`(
    select "dossierId", id, category, "placeId", "originId", search, "hiddenAt", status, "beginEarliest", "endLatest", "orderKey"
    from event
    where "dossierId" = ${dossierId}::uuid and "toldFrom" <= ${reportedBy}
    union all
    select event."dossierId", event.id, event.category, event."placeId", event."originId", event.search, event."hiddenAt",
      telling.status, telling."beginEarliest", telling."endLatest", telling."orderKey"
    from telling
    join event on event."dossierId" = telling."dossierId" and event.id = telling."eventId"
    where telling."dossierId" = ${dossierId}::uuid
      and telling."fromDay" <= ${reportedBy} and telling."toDay" > ${reportedBy}) as event`;
}

/** What a query asks of an event; each condition must hold. */
export function toConditions(dossierId: Id, query: EventQuery): Prisma.Sql[] {
  return [...toFilters(dossierId, query), ...toTimes(query)];
}

/** The same, but for the window. */
export function toFilters(dossierId: Id, query: EventQuery): Prisma.Sql[] {
  return [
    Prisma.sql`event."dossierId" = ${dossierId}::uuid`,
    SHOWN_EVENT,
    ...toFacets(dossierId, query),
    ...toSourced(dossierId, query),
    ...(query.q === null ? [] : [toMatch(query.q)]),
  ];
}

/** The window of a query; an undated event lies in none. */
export function toTimes({ from, to, reportedBy }: EventQuery): Prisma.Sql[] {
  if (from === null && to === null) return [];
  if (reportedBy === null) return [toTouching(from, to)];
  return [
    Prisma.sql`event."orderKey" is not null`,
    ...(to === null
      ? []
      : [Prisma.sql`(event."beginEarliest" is null or event."beginEarliest" < ${to}::bigint)`]),
    ...(from === null
      ? []
      : [Prisma.sql`(event."endLatest" is null or event."endLatest" > ${from}::bigint)`]),
  ];
}

function toFacets(dossierId: Id, { cat, status, actor, place, bbox }: EventQuery): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (cat.length > 0) conditions.push(Prisma.sql`event.category = any(${[...cat]})`);
  if (status.length > 0) conditions.push(Prisma.sql`event.status = any(${[...status]})`);
  if (place.length > 0) conditions.push(toPlaced(dossierId, Prisma.sql`place.slug = any(${[...place]})`));
  if (bbox !== null) {
    const { west, south, east, north } = bbox;
    const isAcross = west > east ? Prisma.sql`or` : Prisma.sql`and`;
    conditions.push(
      toPlaced(
        dossierId,
        Prisma.sql`place.lat between ${south} and ${north}
          and (place.lon >= ${west} ${isAcross} place.lon <= ${east})`,
      ),
    );
  }
  if (actor.length > 0) {
    conditions.push(Prisma.sql`exists (
      select from participation
      join actor on actor."dossierId" = participation."dossierId" and actor.id = participation."actorId"
      where participation."dossierId" = ${dossierId}::uuid
        and participation."eventId" = event.id
        and actor.slug = any(${[...actor]}))`);
  }
  return conditions;
}

// A leg touches two places.
function toPlaced(dossierId: Id, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (
    select from place
    where place."dossierId" = ${dossierId}::uuid
      and place.id in (event."placeId", event."originId")
      and ${condition})`;
}

function toSourced(dossierId: Id, { source, reportedBy }: EventQuery): Prisma.Sql[] {
  if (source.length === 0) return [];
  const published =
    reportedBy === null ? Prisma.empty : Prisma.sql`and source."publishedOn" <= ${reportedBy}`;
  return [
    Prisma.sql`exists (
      select from citation
      join passage on passage."dossierId" = citation."dossierId" and passage.id = citation."passageId"
      join source on source."dossierId" = passage."dossierId" and source.id = passage."sourceId"
      where citation."dossierId" = ${dossierId}::uuid and citation."eventId" = event.id
        and source.slug = any(${[...source]}) ${published})`,
  ];
}
