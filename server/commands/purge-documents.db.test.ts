import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { DAY, type Instant } from "@/core/time/instant";
import { useDatabase } from "@/test/database";
import { openDesk, toSource } from "@/test/newsroom/desk";
import { type BlobName, loadBlob, storeBlob, toPath } from "../blobs/blobs";
import { removeOldBlob } from "../blobs/sweep-blobs";
import { createSource } from "./create-source";
import { purgeDocuments, WAITING_MS } from "./purge-documents";
import { recordDocument } from "./record-document";

const { db } = await useDatabase();
const home = mkdtempSync(join(tmpdir(), "dateline-sweep-"));
const folder = join(home, "blobs");
afterAll(() => rmSync(home, { recursive: true }));

const NOW = Date.now() as Instant;
const OBTAINED = { means: "text", fileName: null, addresses: [], mediaType: "text/plain", bytes: 3 } as const;

/** Bytes that were brought so long ago. */
async function bring(words: string, age: number): Promise<BlobName> {
  const name = await storeBlob(new TextEncoder().encode(words), folder);
  const at = (NOW - age) as Instant;
  utimesSync(toPath(folder, name), new Date(at), new Date(at));
  await recordDocument(name, { author: "A desk", authorId: null }, at, OBTAINED, db);
  return name;
}
const isKept = async (name: BlobName) => (await loadBlob(name, folder)) !== null;

beforeEach(async () => {
  await db.document.deleteMany();
});

it("removes the bytes that no source is made of, once they have waited", async () => {
  const [old, young] = [await bring("old", WAITING_MS + DAY), await bring("young", 2 * DAY)];
  expect(await purgeDocuments(db, NOW, folder)).toBe(1);
  expect([await isKept(old), await isKept(young)]).toEqual([false, true]);
  expect(await db.document.count()).toBe(1);
});

it("keeps those that a source is made of, for as long as it has them", async () => {
  const document = await bring("cited", WAITING_MS + DAY);
  const desk = await openDesk(db, "swept");
  await desk.change((change) => createSource(change, toSource({ title: "Cited", document })));
  expect(await purgeDocuments(db, NOW, folder)).toBe(0);
  expect(await isKept(document)).toBe(true);
  const text = await db.sourceText.findFirstOrThrow({ where: { document } });
  expect([text.obtainedBy, text.obtained]).toEqual(["A desk", { ...OBTAINED, addresses: [] }]);
});

it("lets nobody of the same name make a source of them", async () => {
  const document = await bring("hers", DAY);
  await db.document.updateMany({ data: { authorId: "00000000-0000-4000-8000-00000000000a" } });
  const desk = await openDesk(db, "namesake");
  const order = toSource({ title: "Taken", document });
  await expect(desk.change((change) => createSource(change, order))).rejects.toThrow("bring it again");
});

it("keeps those that somebody brings again just now", async () => {
  const name = await bring("again", WAITING_MS + DAY);
  await storeBlob(new TextEncoder().encode("again"), folder);
  expect(await removeOldBlob(name, (NOW - WAITING_MS) as Instant, folder)).toBe(false);
  expect(await purgeDocuments(db, NOW, folder)).toBe(0);
  expect(await isKept(name)).toBe(true);
});

it("finds nothing where nothing was ever brought", async () => {
  expect(await purgeDocuments(db, NOW, join(home, "nowhere"))).toBe(0);
});
