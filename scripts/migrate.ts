import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

// The key under which Prisma's own engine takes its advisory lock, so that both wait for each other.
const PRISMA_LOCK = 72707369;

/**
 * Applies the migrations that are missing, oldest first, with Prisma's own bookkeeping. Returns their names. Throws
 * if an earlier one was left half done or was changed after it had been applied.
 */
export async function applyMigrations(url: string, folder = "prisma/migrations"): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(BOOKKEEPING);
    const { rows } = await client.query<{
      migration_name: string;
      checksum: string;
      finished_at: Date | null;
    }>("select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null");
    const unfinished = rows.find(({ finished_at }) => finished_at === null);
    if (unfinished)
      throw new Error(
        `Migration ${unfinished.migration_name} was left half done: see its logs in _prisma_migrations.`,
      );
    const done = new Map(rows.map(({ migration_name, checksum }) => [migration_name, checksum]));
    const applied: string[] = [];
    for (const { name, sql, checksum } of readMigrations(folder)) {
      if (!done.has(name)) {
        await applyMigration(client, name, sql, checksum);
        applied.push(name);
      } else if (done.get(name) !== checksum) {
        throw new Error(`Migration ${name} was changed after it had been applied: write a new one instead.`);
      }
    }
    return applied;
  } finally {
    await client.end();
  }
}

const BOOKKEEPING = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

function readMigrations(folder: string): { name: string; sql: string; checksum: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

// Several statements sent as one are one transaction: a migration is there as a whole or not at all.
async function applyMigration(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  const id = randomUUID();
  await client.query("insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)", [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    await client.query("delete from _prisma_migrations where id = $1", [id]);
    throw new Error(`Migration ${name} failed and was undone.`, { cause: error });
  }
  await client.query(
    "update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1",
    [id],
  );
}
