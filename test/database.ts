import pg from "pg";
import { afterAll, inject } from "vitest";
import { createThrowawayDatabase } from "@/scripts/throwaway-database";
import { createDatabase, type Database } from "@/server/db";

export type TestDatabase = {
  readonly url: string;
  readonly db: Database;
  /** For SQL that goes round Prisma. */
  readonly pool: pg.Pool;
};

/**
 * Gives a test file a migrated database of its own, which is dropped after its tests. To be awaited at the top of the
 * file, outside of any `describe`.
 */
export async function useDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createThrowawayDatabase(inject("databaseServer"), inject("databaseTemplate"));
  const db = createDatabase(url);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  // The pool ends before its connections do: one that the drop meets on its way out tells of it to nobody else.
  pool.on("connect", (client) => client.on("error", () => {}));
  afterAll(async () => {
    await db.$disconnect();
    await pool.end();
    await drop();
  });
  return { url, db, pool };
}
