import { expect, test } from "vitest";
import { useDatabase } from "@/test/database";
import { seedDemo, seedOnce } from "./seed-demo";

const { url, db, pool } = await useDatabase();

test("the demo is loaded on the first start only, and not again after it was removed", async () => {
  await seedOnce(url);
  expect(await db.dossier.count()).toBe(1);
  await seedOnce(url);
  expect(await db.dossier.count()).toBe(1);

  await pool.query("truncate dossier cascade");
  await seedOnce(url);
  expect(await db.dossier.count()).toBe(0);
});

test("the demo can be asked for again, into an empty database only", async () => {
  expect(await seedDemo(url)).toBe(true);
  expect(await seedDemo(url)).toBe(false);
});
