import { expect, it } from "vitest";
import { toReports } from "@/scripts/generate-reports";
import { useDatabase } from "@/test/database";
import { auditWhole } from "@/test/imports/audit";
import { generateEvents } from "./generate-events";

const { db, url } = await useDatabase();

const generate = (slug: string, n: number, seed: number, signal?: AbortSignal) =>
  generateEvents(url, { slug, title: slug, summary: "" }, toReports(n, seed), signal ? { signal } : {});
const titles = async (slug: string) =>
  (
    await db.event.findMany({
      where: { dossier: { slug } },
      select: { title: true, edtf: true },
      orderBy: { id: "asc" },
    })
  ).map(({ title, edtf }) => `${edtf} ${title}`);

it("fills a dossier with reported events, the same for the same seed", async () => {
  await generate("one", 2500, 7);
  await generate("two", 2500, 7);
  await generate("three", 2500, 8);
  expect(await db.source.count({ where: { dossier: { slug: "one" } } })).toBe(125);
  expect(await db.event.count({ where: { dossier: { slug: "one" } } })).toBe(2500);
  expect(await titles("two")).toEqual(await titles("one"));
  expect(await titles("three")).not.toEqual(await titles("one"));
  await auditWhole(db);
}, 60_000);

it("adds to no dossier that is there, and leaves nothing when it is broken off", async () => {
  await expect(generate("one", 10, 1)).rejects.toThrow("Dossier one: a dossier of this name exists.");
  await expect(generate("four", 10, 1, AbortSignal.abort(new Error("Stopped.")))).rejects.toThrow("Stopped.");
  expect(await db.dossier.count({ where: { slug: "four" } })).toBe(0);
});
