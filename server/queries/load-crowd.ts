import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { encodeColumns } from "@/wire/columns";
import { encodeCube } from "@/wire/cube";
import type { EventQuery } from "@/wire/event-query";
import { CUBE_TILE } from "../counts/settle-counts";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { loadCrowdColumns, MOST_COLUMNS } from "./load-crowd-columns";
import { loadFilteredCube } from "./load-filtered-cube";
import type { Tally } from "./load-tally";

/** A crowd as it travels; `bytes` are compressed by Brotli. */
export type CrowdBytes = { readonly kind: "columns" | "cube"; readonly bytes: Uint8Array<ArrayBuffer> };

const compress = promisify(brotliCompress);

// A twentieth larger than at the best setting, at a tenth of its time: a reader waits for this.
const QUALITY = 5;

/**
 * The dated events of a dossier that pass a query, by whichever road is open: one by one up to 200,000; beyond that the
 * cube that was summed when they were written, or, behind a filter, sums made by reading them. `null` where a window
 * or box was asked for and holds too many to travel one by one.
 */
export async function loadCrowd(
  tally: Tally,
  query: EventQuery,
  db: Database = database(),
): Promise<CrowdBytes | null> {
  return unlessAway(async () => {
    const { id } = tally.dossier;
    const isPart = query.from !== null || query.to !== null || query.bbox !== null;
    if (isWhole(query) && tally.events - tally.undated > MOST_COLUMNS) {
      const tile = await db.tile.findUniqueOrThrow({
        where: { dossierId_name: { dossierId: id, name: CUBE_TILE } },
      });
      return { kind: "cube", bytes: tile.bytes };
    }
    const columns = await loadCrowdColumns(db, id, query);
    if (columns) return { kind: "columns", bytes: await pack(encodeColumns(columns)) };
    if (isPart) return null;
    return { kind: "cube", bytes: await pack(encodeCube(await loadFilteredCube(db, id, query))) };
  });
}

function isWhole({ from, to, bbox, q, cat, actor, place, source, status, reportedBy }: EventQuery): boolean {
  const lists = [cat, actor, place, source, status];
  return (
    [from, to, bbox, q, reportedBy].every((part) => part === null) &&
    lists.every(({ length }) => length === 0)
  );
}

async function pack(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }));
}
