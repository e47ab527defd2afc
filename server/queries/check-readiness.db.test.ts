import { expect, it } from "vitest";
import { useDatabase } from "@/test/database";
import { createDatabase } from "../db";
import { checkReadiness } from "./check-readiness";

const { db, pool } = await useDatabase();

it("is ready on the schema that it knows", async () => {
  expect(await checkReadiness(db)).toEqual({ isReady: true });
});

it("waits for a migration that is missing", async () => {
  await pool.query("update _prisma_migrations set finished_at = null");
  expect(await checkReadiness(db)).toEqual({ isReady: false, reason: "migrations-pending" });
  await pool.query("update _prisma_migrations set finished_at = now()");
});

it("does not touch a schema newer than itself", async () => {
  await pool.query(`insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    values ('x', 'x', '99990101000000_future', now(), 1)`);
  expect(await checkReadiness(db)).toEqual({ isReady: false, reason: "schema-unknown" });
});

it("says that the database is away, within its second", async () => {
  const away = createDatabase("postgresql://nobody:nothing@127.0.0.1:1/none");
  expect(await checkReadiness(away)).toEqual({ isReady: false, reason: "database-away" });
  await away.$disconnect();
});
