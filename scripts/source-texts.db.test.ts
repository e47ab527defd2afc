import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { MIGRATIONS } from "@/server/migrations";
import { applyMigrations } from "./migrate";
import { createThrowawayDatabase, type ThrowawayDatabase } from "./throwaway-database";

const MIGRATION = "20261125020000_source_texts";

let database: ThrowawayDatabase;
let client: pg.Client;
const folder = mkdtempSync(join(tmpdir(), "dateline-before-"));

beforeAll(async () => {
  database = await createThrowawayDatabase(inject("databaseServer"));
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(MIGRATION));
  for (const name of ["migration_lock.toml", ...before]) {
    cpSync(join("prisma/migrations", name), join(folder, name), { recursive: true });
  }
  await applyMigrations(database.url, folder);
});

afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

test("sources that were stored with one text keep it, with their passages and what was said of them", async () => {
  await client.query(`
    insert into dossier (id, slug, title, summary, zone)
    values ('00000000-0000-7000-8000-000000000001', 'old', 'Old', '', 'UTC');
    insert into source ("dossierId", id, slug, title, publisher, language, "publishedOn", coverage, text, sha256,
      document, version, "hiddenAt", "hiddenBy")
    select '00000000-0000-7000-8000-000000000001', ('00000000-0000-7000-8000-0000000001' || lpad(n::text, 2, '0'))::uuid,
      'source-' || n, 'Title ' || n, 'Press', 'en', '2024-03-04', 'full', told, encode(sha256(convert_to(told, 'UTF8')), 'hex'),
      case when n = 1 then repeat('a', 64) end, n, case when n = 2 then now() end, case when n = 2 then 'A desk' end
    from generate_series(1, 3) as n, lateral (select 'It rained 🌧 on day ' || n || '.' as told) as text;
    insert into passage ("dossierId", id, slug, "sourceId", "sourceSha256", start, "end", exact, prefix, suffix)
    select "dossierId", id, slug, id, sha256, 3, 9, 'rained', 'It ', ' 🌧 on day 1.' from source where slug = 'source-1'`);
  const { rows: before } = await client.query(
    `select slug, title, text, sha256, version, "hiddenBy" from source order by slug`,
  );
  const filenode = await readFilenode("source");

  expect(await applyMigrations(database.url)).toContain(MIGRATION);

  const { rows: after } = await client.query(`
    select slug, title, text, sha256, version, "hiddenBy"
    from source join source_text using ("dossierId", sha256) where "sourceId" = source.id order by slug`);
  expect(after).toEqual(before);
  const { rows: texts } = await client.query(
    `select number, document, "addedAt" from source_text order by document`,
  );
  expect(texts).toEqual([
    { number: 1, document: "a".repeat(64), addedAt: null },
    { number: 1, document: null, addedAt: null },
    { number: 1, document: null, addedAt: null },
  ]);
  const { rows: passages } = await client.query(
    `select exact, "isKept" from passage join source_text on sha256 = "sourceSha256"`,
  );
  expect(passages).toEqual([{ exact: "rained", isKept: false }]);
  // No text was copied: they lie in the file in which they lay.
  expect(await readFilenode("source_text")).toBe(filenode);
});

async function readFilenode(table: string): Promise<unknown> {
  const { rows } = await client.query("select pg_relation_filenode($1::regclass) as node", [table]);
  return rows[0]?.node;
}
