import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { openBulkClient } from "@/server/import/open-bulk-client";
import { prepareWriting } from "@/server/import/write-batch";

/** What a table has of its own, without what the database generates, and the file that its rows are in. */
type CopiedTable = { readonly name: string; readonly columns: string; readonly path: string };

// These refer to each other, the later to the earlier but where that is looked at in the end; all others to none but these.
const FIRST = ["dossier", "source_text", "source", "passage", "place", "actor", "event", "citation"];

const TABLES = `
  select table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
  from information_schema.columns
  where table_schema = 'public' and table_name <> '_prisma_migrations' and is_generated = 'NEVER'
  group by table_name
  order by coalesce(array_position($1::text[], table_name::text), ${FIRST.length + 1}), table_name`;

/** Writes all rows of a database to files in a folder, in the order in which they lie. */
export async function copyOut(url: string, folder: string): Promise<readonly CopiedTable[]> {
  const client = await openBulkClient(url);
  try {
    // Each of these may begin in the middle, or take turns.
    await client.query("set synchronize_seqscans = off");
    await client.query("set max_parallel_workers_per_gather = 0");
    const { rows } = await client.query<Omit<CopiedTable, "path">>(TABLES, [FIRST]);
    const tables = rows.map((table) => ({ ...table, path: join(folder, `${table.name}.copy`) }));
    for (const { name, columns, path } of tables) {
      const copy = copyTo(`copy (select ${columns} from "${name}") to stdout`);
      await pipeline(client.query(copy), createWriteStream(path));
    }
    return tables;
  } finally {
    await client.end();
  }
}

/**
 * Copies the files into the same tables of another database, with all indexes and references there, in one transaction
 * with the settings of an import; returns the seconds that it took.
 */
export async function copyIn(url: string, tables: readonly CopiedTable[]): Promise<number> {
  const client = await openBulkClient(url);
  try {
    const started = performance.now();
    await client.query("begin");
    await prepareWriting(client);
    // Events and citations refer to each other.
    await client.query("set constraints all deferred");
    for (const table of tables) await copyFile(client, table);
    await client.query("commit");
    return (performance.now() - started) / 1000;
  } finally {
    await client.end();
  }
}

async function copyFile(client: pg.Client, { name, columns, path }: CopiedTable): Promise<void> {
  await pipeline(createReadStream(path), client.query(copyFrom(`copy "${name}" (${columns}) from stdin`)));
}
