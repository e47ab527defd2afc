import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent, Id } from "@/core/record/record";
import { toTellings } from "@/core/record/tellings";
import { Prisma } from "@/generated/prisma/client";
import { whenToColumns } from "../rows/when-columns";
import type { Runner } from "./runner";

type Lookups = Pick<DatasetIndex, "passages" | "sources">;

/**
 * Writes what follows from the citations of events: status, wording, and how they were told before. Whatever was
 * written of that earlier goes.
 */
export async function tellEvents(
  run: Runner,
  dossierId: Id,
  events: readonly DossierEvent[],
  index: Lookups,
): Promise<void> {
  const told = events.map((event) => ({ event, tellings: toTellings(event, index) }));
  await run.execute(Prisma.sql`
    update event set status = told.status, "toldFrom" = told.day, wording = told.wording
    from unnest(
      ${told.map(({ event }) => event.id)}::uuid[],
      ${told.map(({ tellings }) => tellings.at(-1)?.status ?? null)}::text[],
      ${told.map(({ tellings }) => tellings.at(-1)?.fromDay ?? null)}::text[],
      ${told.map(({ event }) => toWording(event, index))}::text[]) as told (id, status, day, wording)
    where event."dossierId" = ${dossierId}::uuid and event.id = told.id`);
  const earlier = told.flatMap(({ event, tellings }) =>
    tellings
      .filter(({ toDay }) => toDay !== null)
      .map((telling) => ({ ...telling, eventId: event.id, columns: whenToColumns(telling.when) })),
  );
  await run.execute(Prisma.sql`
    delete from telling
    where "dossierId" = ${dossierId}::uuid and "eventId" = any(${events.map(({ id }) => id)}::uuid[])`);
  if (earlier.length === 0) return;
  await run.execute(Prisma.sql`
    insert into telling
      ("dossierId", "eventId", "fromDay", "toDay", status, "beginEarliest", "endLatest", "orderKey")
    select ${dossierId}::uuid, * from unnest(
      ${earlier.map(({ eventId }) => eventId)}::uuid[],
      ${earlier.map(({ fromDay }) => fromDay)}::text[],
      ${earlier.map(({ toDay }) => toDay)}::text[],
      ${earlier.map(({ status }) => status)}::text[],
      ${earlier.map(({ columns }) => columns.beginEarliest)}::bigint[],
      ${earlier.map(({ columns }) => columns.endLatest)}::bigint[],
      ${earlier.map(({ columns }) => columns.orderKey)}::bigint[])`);
}

/** The words by which an event is found, beside its title. */
function toWording({ citations }: DossierEvent, { passages }: Lookups): string {
  return citations.flatMap(({ passageId }) => passages.get(passageId)?.exact ?? []).join("\n");
}
