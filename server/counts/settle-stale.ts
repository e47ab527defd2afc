import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { openBulkClient } from "../import/open-bulk-client";
import { type Runner, toClientRunner } from "./runner";
import { CUBE_TILE, settleCube, settleTally } from "./settle-counts";

/**
 * Makes the cubes anew of all dossiers that have been changed since theirs was made. Writers wait no longer for it than
 * for the last of its statements. Throws what the database breaks off with; then they are as they were.
 */
export async function settleStale(url: string): Promise<void> {
  const client = await openBulkClient(url);
  try {
    const run = toClientRunner(client);
    for (const { dossierId } of await loadStale(run)) {
      await client.query("begin");
      // Two that settle one dossier follow one another; who writes it goes on.
      await client.query("select pg_advisory_xact_lock(hashtext('settle ' || $1))", [dossierId]);
      await settle(run, dossierId);
      await client.query("commit");
    }
  } finally {
    await client.end().catch(() => {});
  }
}

function loadStale(run: Runner): Promise<{ dossierId: Id }[]> {
  return run.query(Prisma.sql`
    select tally."dossierId"
    from tally
    left join tile on tile."dossierId" = tally."dossierId" and tile.name = ${CUBE_TILE}
    where tile.version is null or tile.version < tally.version`);
}

async function settle(run: Runner, dossierId: Id): Promise<void> {
  const from = await loadVersion(run, dossierId);
  await settleCube(run, dossierId);
  // From here writers wait. What was handed out with the old cube is known by its version to be old; if somebody wrote
  // meanwhile, the new cube may lack that, and its version says so.
  const isLatest = (await loadVersion(run, dossierId, Prisma.sql`for update`)) === from;
  await settleTally(run, dossierId);
  await run.execute(Prisma.sql`
    update tile set version = case when ${isLatest}::boolean then tally.version else ${from}::bigint end
    from tally
    where tally."dossierId" = ${dossierId}::uuid and tile."dossierId" = tally."dossierId" and tile.name = ${CUBE_TILE}`);
}

async function loadVersion(run: Runner, dossierId: Id, lock = Prisma.empty): Promise<string | null> {
  const [tally] = await run.query<{ version: string }>(Prisma.sql`
    select version::text from tally where "dossierId" = ${dossierId}::uuid ${lock}`);
  return tally?.version ?? null;
}
