import type pg from "pg";
import { CUBE_TILE } from "@/server/counts/settle-counts";

/** Bytes of the tile that a large dossier's first view is drawn from, as it travels; `null` if there is none. */
export async function loadTileSize(client: pg.Client, slug: string): Promise<number | null> {
  const { rows } = await client.query<{ bytes: number }>(
    `select octet_length(tile.bytes) as bytes
      from tile join dossier on dossier.id = tile."dossierId"
      where dossier.slug = $1 and tile.name = $2`,
    [slug, CUBE_TILE],
  );
  return rows[0]?.bytes ?? null;
}
