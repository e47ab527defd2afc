import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

// The key under which Prisma's own engine takes its advisory lock, so that both wait for each other.
const PRISMA_LOCK = 72707369;
const LOCK_NOT_AVAILABLE = "55P03";

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/**
 * Applies the migrations that are missing, oldest first, each as a whole or not at all, with Prisma's own bookkeeping.
 * Returns their names. Throws if the database has a migration that failed, was changed since, or is not known here, or
 * holds the tables of something else.
 */
export async function applyMigrations(url: string, folder = "prisma/migrations"): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await takeLock(client);
    await prepareBookkeeping(client);
    const applied = await loadApplied(client, migrations);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await applyMigration(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    // The lock belongs to the session and goes with it.
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function takeLock(client: pg.Client): Promise<void> {
  await client.query("set lock_timeout = '60s'");
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
    throw new Error("Another process has been migrating this database for a minute.");
  }
}

async function prepareBookkeeping(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(OWN_TABLES);
  const names = rows.map(({ name }) => name);
  if (names.includes("_prisma_migrations")) return;
  if (names.length > 0) {
    throw new Error(`The database is not empty, and not Dateline's: it has the table ${names[0]}.`);
  }
  await client.query(BOOKKEEPING);
}

// Tables that came with an extension, such as PostGIS's, are nobody's data.
const OWN_TABLES = `
  select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
  order by relname`;

const BOOKKEEPING = `create table _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

async function loadApplied(client: pg.Client, migrations: readonly Migration[]): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string; checksum: string; isFinished: boolean }>(`
    select migration_name as name, checksum, finished_at is not null as "isFinished"
    from _prisma_migrations where rolled_back_at is null order by started_at`);
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum, isFinished } of rows) {
    if (!isFinished) throw new Error(`Migration ${name} failed earlier: its logs are in _prisma_migrations.`);
    if (!checksums.has(name)) {
      throw new Error(`Migration ${name} is not known here: the database belongs to a newer Dateline.`);
    }
    if (checksums.get(name) !== checksum) {
      throw new Error(`Migration ${name} was changed after it had been applied: write a new one instead.`);
    }
  }
  return new Set(rows.map(({ name }) => name));
}

async function applyMigration(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${name} could not be applied, and nothing of it was: ${reason}.`, {
      cause: error,
    });
  }
}
