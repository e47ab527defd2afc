import { expect, it } from "vitest";
import { useDatabase } from "@/test/database";
import { makeEvent, openDesk } from "@/test/newsroom/desk";
import { settleStale } from "./settle-stale";

const { db, url } = await useDatabase();

it("brings the cube up to date that a change of a large dossier left behind, once", async () => {
  const desk = await openDesk(db, "large");
  await makeEvent(desk, { title: "One" });
  const { id: dossierId } = await db.dossier.findUniqueOrThrow({ where: { slug: "large" } });
  const where = { dossierId };
  // As if there were as many more.
  await db.tally.update({ where, data: { events: { increment: 20_000 } } });
  const load = async () => {
    const tally = await db.tally.findUniqueOrThrow({ where });
    const tile = await db.tile.findFirstOrThrow({ where });
    const [row] = await db.cubeRow.findMany({ where, orderBy: { edge: "desc" }, take: 1 });
    return { version: tally.version, isStale: tile.version < tally.version, begun: row?.startsBefore };
  };
  expect(await load()).toMatchObject({ isStale: false, begun: [1] });
  await makeEvent(desk, { title: "Two" });
  const behind = await load();
  expect(behind).toMatchObject({ isStale: true, begun: [1] });
  await settleStale(url);
  const settled = await load();
  expect(settled).toMatchObject({ isStale: false, begun: [2] });
  expect(settled.version).toBeGreaterThan(behind.version);
  await settleStale(url);
  expect(await load()).toEqual(settled);
});
