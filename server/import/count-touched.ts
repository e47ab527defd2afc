import type pg from "pg";
import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { countEvents } from "../counts/count-events";
import { toClientRunner } from "../counts/runner";
import { settleCounts } from "../counts/settle-counts";
import { copyRows } from "./copy-rows";

/** Once in a transaction, before the first events are touched. */
export async function prepareCounting(client: pg.ClientBase): Promise<void> {
  await client.query("create temporary table touched_event (id uuid) on commit drop");
}

/** Notes events that are to be counted at the end. */
export async function touch(client: pg.ClientBase, ids: readonly Id[]): Promise<void> {
  await copyRows(
    client,
    "touched_event",
    ["id"],
    ids.map((id) => `${id}\n`),
  );
}

/** Adds the events that were touched to the counts of the dossier, and settles those. */
export async function countTouched(client: pg.ClientBase, dossierId: Id): Promise<void> {
  const run = toClientRunner(client);
  // Nobody has looked at tables this new: the planner would take them for small, and go through them row by row.
  await client.query("analyze touched_event, event, place, participation");
  await countEvents(run, dossierId, Prisma.sql`select id from touched_event`, 1);
  await client.query("analyze facet, rollup");
  await settleCounts(run, dossierId);
}
