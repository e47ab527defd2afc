import { expect, it } from "vitest";
import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { loadDraft } from "@/server/commands/load-draft";
import { useDatabase } from "@/test/database";
import { countUncounted } from "./count-uncounted";

const { db, pool, url } = await useDatabase();
const DERIVED = ["tally", "facet", "rollup", "cube_column", "cube_row", "tile", "telling"];

async function load() {
  const tables = await Promise.all(
    DERIVED.map((table) => pool.query(`select * from ${table} order by 1, 2, 3`)),
  );
  const events = await pool.query(`select slug, status, "toldFrom", wording from event order by slug`);
  return [...tables.map(({ rows }) => rows), events.rows];
}

it("counts a dossier from before there were counts as if it had just been loaded", async () => {
  await loadDraft(STOLTENBERG_ASIA_2023, "Test", db);
  const counted = await load();
  for (const table of DERIVED) await pool.query(`delete from ${table}`);
  await pool.query(`update event set status = default, "toldFrom" = default, wording = default`);
  await countUncounted(url);
  expect(await load()).toEqual(counted);
  await countUncounted(url);
  expect(await load()).toEqual(counted);
});
