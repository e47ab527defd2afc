import { toWorld } from "@/core/brush/world";
import { type DatasetIndex, toDatasetIndex } from "@/core/record/dataset-index";
import type { Dataset, DossierEvent, Id } from "@/core/record/record";
import { toTellings } from "@/core/record/tellings";
import { Prisma } from "@/generated/prisma/client";
import { whenToColumns } from "../rows/when-columns";
import { countEvents } from "./count-events";
import type { Runner } from "./runner";
import { settleCounts } from "./settle-counts";

/** Counts a dossier that has just been stored whole: all that follows from its citations, and all sums. */
export async function countDossier(run: Runner, dataset: Dataset): Promise<void> {
  const { dossier, events, places } = dataset;
  const index = toDatasetIndex(dataset);
  const worlds = places.map(({ lon, lat }) => toWorld(lon, lat));
  await run.execute(Prisma.sql`
    update place set "worldX" = placed.x, "worldY" = placed.y
    from unnest(
      ${places.map(({ id }) => id)}::uuid[],
      ${worlds.map(({ x }) => x)}::int[],
      ${worlds.map(({ y }) => y)}::int[]) as placed (id, x, y)
    where place."dossierId" = ${dossier.id}::uuid and place.id = placed.id`);
  await tellEvents(run, dossier.id, events, index);
  await countEvents(
    run,
    dossier.id,
    Prisma.sql`select id from event where "dossierId" = ${dossier.id}::uuid`,
    1,
  );
  await settleCounts(run, dossier.id);
}

/** Writes what follows from the citations of events: status, wording, and how they were told before. */
async function tellEvents(
  run: Runner,
  dossierId: Id,
  events: readonly DossierEvent[],
  index: DatasetIndex,
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
function toWording({ citations }: DossierEvent, { passages }: DatasetIndex): string {
  return citations.flatMap(({ passageId }) => passages.get(passageId)?.exact ?? []).join("\n");
}
