import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as documents from "@/app/api/v1/documents/route";
import * as changes from "@/app/api/v1/dossiers/[slug]/changes/route";
import * as crowd from "@/app/api/v1/dossiers/[slug]/crowd/route";
import * as dataset from "@/app/api/v1/dossiers/[slug]/dataset/route";
import * as event from "@/app/api/v1/dossiers/[slug]/events/[event]/route";
import * as events from "@/app/api/v1/dossiers/[slug]/events/route";
import * as newEvents from "@/app/api/v1/dossiers/[slug]/events/route";
import * as dossier from "@/app/api/v1/dossiers/[slug]/route";
import * as search from "@/app/api/v1/dossiers/[slug]/search/route";
import * as original from "@/app/api/v1/dossiers/[slug]/sources/[source]/document/route";
import * as source from "@/app/api/v1/dossiers/[slug]/sources/[source]/route";
import * as texts from "@/app/api/v1/dossiers/[slug]/sources/[source]/texts/route";
import * as sources from "@/app/api/v1/dossiers/[slug]/sources/route";
import * as dossiers from "@/app/api/v1/dossiers/route";
import { parseBlobName, toPath } from "@/server/blobs/blobs";
import { toSha256 } from "@/server/commands/sha256";
import { database } from "@/server/db";
import { useDatabase } from "@/test/database";
import { SourceDetailSchema } from "@/wire/api";
import type { WireDocument } from "@/wire/document";

const { url } = await useDatabase();
const folder = mkdtempSync(join(tmpdir(), "dateline-unpublished-"));
Object.assign(process.env, { DATABASE_URL: url, DATELINE_DATA: folder, HOSTNAME: "127.0.0.1" });
afterAll(async () => {
  await database().$disconnect();
  rmSync(folder, { recursive: true });
});

type Params = Record<string, string>;
// biome-ignore lint/suspicious/noExplicitAny: routes differ in the names of their parameters.
type Handler = (request: Request, context: { params: Promise<any> }) => Promise<Response>;

const EDITOR = { host: "localhost:3000" };
const READER = { ...EDITOR, "x-forwarded-for": "203.0.113.9" };

function ask(handler: Handler, params: Params, query = "", headers: Record<string, string> = READER) {
  return handler(new Request(`http://localhost:3000/x${query}`, { headers }), {
    params: Promise.resolve(params),
  });
}

async function post(handler: Handler, params: Params, body: object) {
  const headers = { ...EDITOR, "content-type": "application/json" };
  const request = new Request("http://localhost:3000/x", {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  expect(response.ok, await response.clone().text()).toBe(true);
  return response.json();
}

const CANARY = "kestrel";
const CITED = "The envoy left on Sunday.";
const OLDER = "The envoy stayed.";
const text = (said: string) =>
  `An unnamed ${CANARY} spoke. ${said} He took the ${CANARY} along.\n\nThe ${CANARY} was never seen again.`;
const FIRST = `${text(`${CITED} ${OLDER}`)} It was the first ${CANARY}.`;
const PRESENT = `${text(CITED)} Corrected.`;

const DOSSIER = { slug: "unpublished" };
await post(dossiers.POST, {}, { title: "Unpublished", zone: "Europe/Lisbon", ...DOSSIER });
const brought: WireDocument = await post(documents.POST, {}, { text: FIRST });
const document = brought.sha256;
await post(sources.POST, DOSSIER, {
  ...{ title: "Envoy", publisher: "Test Press", language: "en", publishedOn: "2024-03-04", document },
  ...{ coverage: "full", publishes: "excerpts", text: FIRST },
});
for (const exact of [CITED, OLDER]) {
  const start = FIRST.indexOf(exact);
  const at = { source: "envoy", start, end: start + exact.length, exact, assertion: "occurred" };
  await post(newEvents.POST, DOSSIER, { title: `On “${exact}”`, category: "other", citations: [at] });
}
const SOURCE = { ...DOSSIER, source: "envoy" };
await post(texts.POST, SOURCE, { text: PRESENT, reason: "Corrected" });
const made = await ask(events.GET, DOSSIER).then((response) => response.json());
const [EVENT = { slug: "" }] = made.items as { slug: string; citations: { passage: { slug: string } }[] }[];
const passages = made.items.map(
  (one: { citations: { passage: { slug: string } }[] }) => one.citations[0]?.passage.slug,
);

describe("what a source does not publish", () => {
  const asked: [string, Handler, Params, string][] = [
    ["the dossiers", dossiers.GET, {}, ""],
    ["the dossier", dossier.GET, DOSSIER, ""],
    ["the dataset", dataset.GET, DOSSIER, ""],
    ["a part of it", dataset.GET, DOSSIER, "?q=envoy"],
    ["the events", events.GET, DOSSIER, ""],
    ["an event", event.GET, { ...DOSSIER, event: EVENT.slug }, ""],
    ["an event as of then", event.GET, { ...DOSSIER, event: EVENT.slug }, `?at=${Date.now() + 1000}`],
    ["the source", source.GET, SOURCE, ""],
    ["its earlier text", source.GET, SOURCE, "?text=1"],
    ["its present text", source.GET, SOURCE, "?text=2"],
    ["its document", original.GET, SOURCE, ""],
    ["its earlier document", original.GET, SOURCE, "?text=1"],
    ["the history", changes.GET, DOSSIER, ""],
    ["the history of the source", changes.GET, DOSSIER, "?subject=source:envoy"],
    ...passages.map((slug: string): [string, Handler, Params, string] => [
      `the history of the passage ${slug}`,
      changes.GET,
      DOSSIER,
      `?subject=passage:${slug}`,
    ]),
    ["a search", search.GET, DOSSIER, `?q=${CANARY}`],
    ["the crowd", crowd.GET, DOSSIER, ""],
  ];

  it.each(asked)("is not in %s", async (_, handler, params, query) => {
    const body = await (await ask(handler, params, query)).text();
    expect(body).not.toContain(CANARY);
    // By the hash of a text somebody could try what is left out of it.
    for (const whole of [FIRST, PRESENT]) expect(body).not.toContain(toSha256(whole));
  });

  it("is there for those who may change it", async () => {
    for (const [handler, params, query] of [
      [dataset.GET, DOSSIER, ""],
      [source.GET, SOURCE, "?text=1"],
      [original.GET, SOURCE, "?text=1"],
      [changes.GET, DOSSIER, "?subject=source:envoy"],
    ] as const) {
      const response = await ask(handler, params, query, EDITOR);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining(CANARY)]);
    }
  });

  it("is marked as left out, and what is published is verbatim in what is left", async () => {
    const open = SourceDetailSchema.parse(await (await ask(source.GET, SOURCE)).json());
    expect(open.text).toBe(`[…]\n\n${CITED}\n\n[…]`);
    expect([open.coverage, open.sha256, open.texts]).toEqual(["excerpts", toSha256(open.text), []]);
    const whole = open.passages.filter(({ sha256 }) => sha256 === open.sha256);
    expect(whole.map(({ start, end }) => [...open.text].slice(start, end).join(""))).toEqual([CITED]);
    const broken = open.passages.filter(({ sha256 }) => sha256 !== open.sha256);
    expect(broken.map(({ exact, prefix, suffix }) => [exact, prefix, suffix])).toEqual([[OLDER, "", ""]]);
  });
});

describe("the document of a text", () => {
  it("is saved as it was brought, and shown nowhere", async () => {
    const response = await ask(original.GET, SOURCE, "?text=1", EDITOR);
    expect(await response.text()).toBe(FIRST);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-disposition": `attachment; filename="envoy.txt"; filename*=UTF-8''envoy.txt`,
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    });
  });

  it("is not there for a text that was typed, or that there is none of, and no reader's", async () => {
    expect((await ask(original.GET, SOURCE, "?text=2", EDITOR)).status).toBe(404);
    expect((await ask(original.GET, SOURCE, "?text=9", EDITOR)).status).toBe(404);
    expect((await ask(original.GET, SOURCE, "?text=1")).status).toBe(403);
    expect((await ask(original.GET, SOURCE, "?text=9")).status).toBe(403);
  });

  it("is recognised by its bytes, whatever was made of its text", async () => {
    const again: WireDocument = await post(documents.POST, {}, { text: FIRST });
    expect(again.knownIn).toEqual([{ dossier: "unpublished", source: "envoy" }]);
  });

  it("is never served once a bit of it is another", async () => {
    const name = parseBlobName(document);
    if (name === null) throw new Error("It has no name.");
    const bytes = Buffer.from(FIRST);
    bytes[9] = (bytes[9] ?? 0) ^ 1;
    writeFileSync(toPath(join(folder, "blobs"), name), bytes);
    const response = await ask(original.GET, SOURCE, "?text=1", EDITOR);
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(body).toContain("integrity failed");
    expect(body).not.toContain(CANARY);
  });
});
