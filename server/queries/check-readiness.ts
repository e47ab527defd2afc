import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { MIGRATIONS } from "../migrations";

/** Why this process should be given no requests, or that it may. */
export type Readiness =
  | { readonly isReady: true }
  | { readonly isReady: false; readonly reason: "database-away" | "migrations-pending" | "schema-unknown" };

const LONGEST_PING_MS = 1000;
// A reader rather waits for a busy database than hears that it is away: as long as for a connection.
export const LONGEST_WAIT_MS = 3000;

type Row = { name: string; finished: boolean };

/**
 * Asks the database for a sign of life within so many milliseconds, and whether its schema is the one this program
 * knows.
 */
export async function checkReadiness(
  db: Database = database(),
  longest = LONGEST_PING_MS,
): Promise<Readiness> {
  const rows = await withinPing(loadMigrations(db), longest).catch(() => null);
  if (rows === null) return { isReady: false, reason: "database-away" };
  const finished = new Set(rows.filter((row) => row.finished).map(({ name }) => name));
  if (MIGRATIONS.some((name) => !finished.has(name))) return { isReady: false, reason: "migrations-pending" };
  const isKnown = [...finished].every((name) => MIGRATIONS.includes(name));
  return isKnown ? { isReady: true } : { isReady: false, reason: "schema-unknown" };
}

function loadMigrations(db: Database): Promise<Row[]> {
  return unlessAway(
    () => db.$queryRaw<Row[]>`
      select migration_name as name, finished_at is not null as finished
      from _prisma_migrations
      where rolled_back_at is null`,
  );
}

async function withinPing<T>(answer: Promise<T>, longest: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time.")), longest);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
