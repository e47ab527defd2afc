import { expect, test } from "vitest";
import { useDatabase } from "./database";

const { db, pool } = await useDatabase();

test("a test file gets a database with the program's tables and nothing in them", async () => {
  expect(await db.dossier.count()).toBe(0);
});

test("Prisma and the pool reach the same database", async () => {
  const [reached] = await db.$queryRaw<{ name: string }[]>`select current_database() as name`;
  expect((await pool.query("select current_database() as name")).rows).toEqual([reached]);
});

test("text is folded beyond ASCII and sorted by code points", async () => {
  const { rows } = await pool.query(
    "select lower('ÉÇ') as lower, 'Z' < 'a' as sorted, to_tsvector('simple', 'ÉTÉ')::text as words",
  );
  expect(rows).toEqual([{ lower: "éç", sorted: true, words: "'été':1" }]);
});
