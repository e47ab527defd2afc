import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import { encodeCube } from "@/wire/cube";
import { loadCube } from "./load-cube";
import { loadReach } from "./load-reach";
import type { Runner } from "./runner";
import { storeCube } from "./store-cube";

/** The name of the tile that holds a dossier's whole cube. */
export const CUBE_TILE = "cube";

// Slower settings save a twentieth of the bytes and cost three times as long, in the transaction of every change.
const QUALITY = 6;

const compress = promisify(brotliCompress);

/**
 * Ends a change of a dossier's events: makes its cube anew from the rollups, brings the tally up to date and gives the
 * dossier its next version, by which everything that was handed out before is known to be old.
 */
export async function settleCounts(run: Runner, dossierId: Id): Promise<void> {
  await settleTally(run, dossierId);
  await settleCube(run, dossierId);
}

/** The same without the cube, which is behind until `settleCube`; gives how many events there are. */
export async function settleTally(run: Runner, dossierId: Id): Promise<number> {
  const { first, last } = await loadReach(run, dossierId);
  const [tally] = await run.query<{ events: number }>(Prisma.sql`
    update tally set
      version = tally.version + 1,
      sources = (select count(*)::int from source where "dossierId" = ${dossierId}::uuid and "hiddenAt" is null),
      places = (select count(*)::int from place where "dossierId" = ${dossierId}::uuid),
      "firstInstant" = ${first}::bigint,
      "lastInstant" = ${last}::bigint
    where tally."dossierId" = ${dossierId}::uuid
    returning tally.events`);
  return tally?.events ?? 0;
}

/** Makes the cube of a dossier anew from its rollups. */
export async function settleCube(run: Runner, dossierId: Id): Promise<void> {
  const cube = await loadCube(run, dossierId);
  await storeCube(run, dossierId, cube);
  const bytes = await compress(encodeCube(cube), { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
  await run.execute(Prisma.sql`
    insert into tile ("dossierId", name, version, bytes)
    select "dossierId", ${CUBE_TILE}, version, ${bytes}::bytea from tally where "dossierId" = ${dossierId}::uuid
    on conflict ("dossierId", name) do update set version = excluded.version, bytes = excluded.bytes`);
}
