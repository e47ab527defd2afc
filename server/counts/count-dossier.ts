import { toWorld } from "@/core/brush/world";
import { toDatasetIndex } from "@/core/record/dataset-index";
import type { Dataset } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { countEvents } from "./count-events";
import type { Runner } from "./runner";
import { settleCounts } from "./settle-counts";
import { tellEvents } from "./tell-events";

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
