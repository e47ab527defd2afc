import { afterAll, describe, expect, it } from "vitest";
import * as undo from "@/app/api/v1/dossiers/[slug]/changes/[change]/undo/route";
import * as changes from "@/app/api/v1/dossiers/[slug]/changes/route";
import * as citation from "@/app/api/v1/dossiers/[slug]/events/[event]/citations/[citation]/route";
import * as citations from "@/app/api/v1/dossiers/[slug]/events/[event]/citations/route";
import * as merge from "@/app/api/v1/dossiers/[slug]/events/[event]/merge/route";
import * as restore from "@/app/api/v1/dossiers/[slug]/events/[event]/restore/route";
import * as event from "@/app/api/v1/dossiers/[slug]/events/[event]/route";
import * as events from "@/app/api/v1/dossiers/[slug]/events/route";
import * as dossier from "@/app/api/v1/dossiers/[slug]/route";
import * as source from "@/app/api/v1/dossiers/[slug]/sources/[source]/route";
import * as sources from "@/app/api/v1/dossiers/[slug]/sources/route";
import * as dossiers from "@/app/api/v1/dossiers/route";
import { database } from "@/server/db";
import { useDatabase } from "@/test/database";
import { auditNewsroom } from "@/test/newsroom/audit";
import { quote, REPORT } from "@/test/newsroom/report";
import { EventSchema } from "@/wire/api";
import { ChangesSchema } from "@/wire/changes";
import { ProblemSchema } from "@/wire/problem";

const { db, url } = await useDatabase();
process.env.DATABASE_URL = url;
afterAll(() => database().$disconnect());

type Params = Record<string, string>;
// biome-ignore lint/suspicious/noExplicitAny: routes differ in the names of their parameters.
type Route = Record<string, (request: Request, context: { params: Promise<any> }) => Promise<Response>>;

const HOST = { host: "localhost:3000" };

function send(
  route: object,
  method: string,
  params: Params,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const path = `http://localhost:3000/api/v1/${Object.values(params).join("/")}`;
  const init = { method, headers: { ...HOST, "content-type": "application/json", ...headers } };
  const request = new Request(path, {
    ...init,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const handler = (route as Route)[method];
  if (!handler) throw new Error(`The route has no ${method}.`);
  return handler(request, { params: Promise.resolve(params) });
}

async function refused(response: Promise<Response>): Promise<{ status: number; fields: string[] }> {
  const { status, faults = [] } = ProblemSchema.parse(await (await response).json());
  return { status, fields: faults.map(({ parameter }) => parameter) };
}

const NEW_EVENT = {
  ...{ title: "Ministers meet", category: "diplomacy", when: "2024-03-03" },
  citations: [quote("The ministers met on Sunday.", { timeWords: "Sunday", when: "2024-03-03" })],
};
const NEW_SOURCE = {
  ...{ title: "Report", publisher: "Test Press", language: "en", publishedOn: "2024-03-04" },
  ...{ coverage: "full", text: REPORT },
};

let made = 0;
async function open(): Promise<{ slug: string }> {
  const slug = `written-${made++}`;
  const response = await send(dossiers, "POST", {}, { title: "Written", zone: "Europe/Lisbon", slug });
  expect([response.status, response.headers.get("location")]).toEqual([201, `/api/v1/dossiers/${slug}`]);
  expect((await send(sources, "POST", { slug }, NEW_SOURCE)).status).toBe(201);
  return { slug };
}
async function make(
  params: Params,
  said: object = {},
): Promise<{ slug: string; version: number; citations: { id: string }[] }> {
  const response = await send(events, "POST", params, { ...NEW_EVENT, ...said });
  expect(response.status).toBe(201);
  return EventSchema.parse(await response.json());
}

it("goes the whole way, from an empty dossier to an event that is changed, deleted and restored", async () => {
  const params = await open();
  const {
    slug,
    citations: [first],
  } = await make(params);
  const own = { ...params, event: slug };
  const patched = await send(event, "PATCH", own, { title: "Met" }, { "if-match": '"1"' });
  expect(EventSchema.parse(await patched.json())).toMatchObject({ title: "Met", version: 2 });
  expect((await send(citations, "POST", own, quote("Talks went on"))).status).toBe(201);
  const last = await send(citation, "DELETE", { ...own, citation: first?.id ?? "" }, undefined, {
    "if-match": '"3"',
  });
  expect(await refused(Promise.resolve(last))).toEqual({ status: 422, fields: ["basis"] });
  const gone = await send(event, "DELETE", own, { reason: "A test" }, { "if-match": '"3"' });
  expect(gone.status).toBe(200);
  const buried = await send(event, "GET", own, undefined);
  expect(ProblemSchema.parse(await buried.json())).toMatchObject({
    status: 410,
    tombstone: { reason: "A test" },
  });
  expect((await send(restore, "POST", own, {})).status).toBe(200);
  const { changeId } = await gone.json();
  expect(await refused(send(undo, "POST", { ...params, change: changeId }, {}))).toMatchObject({
    status: 409,
  });
  const list = await (await send(changes, "GET", params, undefined)).json();
  expect(ChangesSchema.parse(list).items.map(({ kind }) => kind)).toEqual([
    ...["restored", "hidden", "cited", "changed", "created", "created", "created"],
  ]);
  await auditNewsroom(db, params.slug);
});

describe("a version", () => {
  it("has to be named by who changes something, and to be the present one", async () => {
    const params = await open();
    const own = { ...params, event: (await make(params)).slug };
    expect(await refused(send(event, "PATCH", own, { title: "x" }))).toMatchObject({ status: 428 });
    expect(await refused(send(event, "DELETE", own, undefined))).toMatchObject({ status: 428 });
    expect(await refused(send(event, "PATCH", own, { title: "x" }, { "if-match": "1" }))).toMatchObject({
      status: 400,
    });
    const both = await Promise.all(
      ["One", "Two"].map((title) => send(event, "PATCH", own, { title }, { "if-match": '"1"' })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const stale = both.find(({ status }) => status === 412);
    const won = both.find(({ status }) => status === 200);
    const { present } = ProblemSchema.parse(await stale?.json());
    expect(present).toEqual(await won?.json());
  });

  it("counts for sources and dossiers too", async () => {
    const params = await open();
    const own = { ...params, source: "report" };
    expect(await refused(send(source, "PATCH", own, { title: "x" }))).toMatchObject({ status: 428 });
    expect((await send(source, "PATCH", own, { byline: "A. Writer" }, { "if-match": '"1"' })).status).toBe(
      200,
    );
    const stale = await send(source, "PATCH", own, { byline: null }, { "if-match": '"1"' });
    expect(ProblemSchema.parse(await stale.json())).toMatchObject({
      status: 412,
      present: { byline: "A. Writer" },
    });
    const renamed = await send(dossier, "PATCH", params, { title: "Renamed" }, { "if-match": '"1"' });
    expect(await renamed.json()).toMatchObject({ title: "Renamed", version: 2 });
  });
});

describe("an Idempotency-Key", () => {
  it("makes one event of a request that is sent again, also at once", async () => {
    const params = await open();
    const key = { "idempotency-key": "key-1" };
    const answers = await Promise.all([1, 2, 3].map(() => send(events, "POST", params, NEW_EVENT, key)));
    const [first, ...others] = await Promise.all(
      answers.map(async (answer) => [answer.status, answer.headers.get("location"), await answer.json()]),
    );
    for (const other of others) expect(other).toEqual(first);
    expect(await db.event.count({ where: { dossier: params } })).toBe(1);
    const another = send(events, "POST", params, { ...NEW_EVENT, title: "Another" }, key);
    expect(await refused(another)).toEqual({ status: 422, fields: ["Idempotency-Key"] });
    expect(
      await refused(send(events, "POST", params, NEW_EVENT, { "idempotency-key": "a b" })),
    ).toMatchObject({
      status: 400,
    });
  });

  it("is free again where the request was refused", async () => {
    const params = await open();
    const key = { "idempotency-key": "key-2" };
    expect((await refused(send(events, "POST", params, { ...NEW_EVENT, title: "" }, key))).status).toBe(422);
    expect((await send(events, "POST", params, NEW_EVENT, key)).status).toBe(201);
  });
});

describe("what cannot be", () => {
  it.each<[string, object, string[]]>([
    ["no title", { title: undefined }, ["title"]],
    ["an unknown field", { colour: "red" }, ["colour"]],
    ["an unknown category", { category: "war" }, ["category"]],
    ["no citation", { citations: [] }, ["citations"]],
    [
      "half a citation",
      { citations: [{ source: "report" }] },
      ["start", "end", "exact", "assertion"].map((name) => `citations.0.${name}`),
    ],
    ["half a place", { place: { name: "Lisbon", lon: -9, lat: 38 } }, ["place.precision"]],
    ["a place at a string", { place: "Lisbon" }, ["place"]],
    [
      "a radius beyond the earth",
      { place: { name: "L", lon: 0, lat: 0, precision: "region", radiusKm: 1e9 } },
      ["place.radiusKm"],
    ],
    ["a reason of nothing", { reason: "" }, ["reason"]],
    ["a reason with a NUL", { reason: "a\0b" }, ["reason"]],
    ["a date that is none", { when: "2024-02-30" }, ["when"]],
    [
      "other words than the source's",
      { citations: [{ ...NEW_EVENT.citations[0], exact: "They met." }] },
      ["citations.0.exact"],
    ],
    [
      "a fraction of a code point",
      { citations: [{ ...NEW_EVENT.citations[0], start: 1.5 }] },
      ["citations.0.start"],
    ],
  ])("names the field: %s", async (_, said, fields) => {
    const params = { slug: "fields" };
    if (!(await db.dossier.findUnique({ where: params }))) {
      await send(dossiers, "POST", {}, { title: "Fields", zone: "UTC", ...params });
      await send(sources, "POST", params, NEW_SOURCE);
    }
    const before = await db.revision.count();
    expect(await refused(send(events, "POST", params, { ...NEW_EVENT, ...said }))).toEqual({
      status: 422,
      fields,
    });
    expect(await db.revision.count()).toBe(before);
  });

  it.each<[string, object, string]>([
    ["title", { title: "x".repeat(2001) }, "title"],
    ["language", { language: "English?" }, "language"],
    ["url", { url: "javascript:alert(1)" }, "url"],
    ["day", { publishedOn: "2024-02-30" }, "publishedOn"],
    ["text", { text: "" }, "text"],
    ["text with half a pair", { text: "half \ud800" }, "text"],
    ["hash", { document: "x" }, "document"],
  ])("names the field of a source: %s", async (_, said, field) => {
    const params = { slug: "fields" };
    const asked = send(sources, "POST", params, { ...NEW_SOURCE, ...said });
    expect(await refused(asked)).toEqual({ status: 422, fields: [field] });
  });

  it.each<[string, object, string]>([
    ["zone", { zone: "Mars/Olympus" }, "zone"],
    ["slug", { slug: "Not A Slug" }, "slug"],
    ["taken slug", { slug: "fields" }, "slug"],
    ["title", { title: "" }, "title"],
  ])("names the field of a dossier: %s", async (_, said, field) => {
    const asked = send(dossiers, "POST", {}, { title: "T", zone: "UTC", ...said });
    expect(await refused(asked)).toEqual({ status: 422, fields: [field] });
  });

  it("is refused by what it is about", async () => {
    const params = await open();
    const own = { ...params, event: (await make(params)).slug };
    const seen = { "if-match": '"1"' };
    expect((await refused(send(events, "POST", { slug: "nope" }, NEW_EVENT))).status).toBe(404);
    expect((await refused(send(events, "POST", { slug: "a\0b" }, NEW_EVENT))).status).toBe(404);
    expect((await refused(send(event, "PATCH", { ...params, event: "nope" }, {}, seen))).status).toBe(404);
    expect((await refused(send(citation, "DELETE", { ...own, citation: "x" }, undefined, seen))).status).toBe(
      404,
    );
    expect(await refused(send(merge, "POST", own, { into: own.event }))).toEqual({
      status: 422,
      fields: ["into"],
    });
    expect(
      (await refused(send(source, "DELETE", { ...params, source: "report" }, undefined, seen))).status,
    ).toBe(409);
    expect((await refused(send(undo, "POST", { ...params, change: "x" }, {}))).status).toBe(404);
  });
});

it("takes JSON alone, from its own pages on its own machine", async () => {
  const params = await open();
  const status = async (headers: Record<string, string>) =>
    (await refused(send(events, "POST", params, NEW_EVENT, headers))).status;
  expect(await status({ "content-type": "text/plain" })).toBe(415);
  expect(await status({ origin: "https://example.org" })).toBe(403);
  expect(await status({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await status({ host: "dateline.example.org" })).toBe(403);
  expect(await status({ "x-forwarded-for": "203.0.113.7" })).toBe(403);
  expect(await db.event.count({ where: { dossier: params } })).toBe(0);
});
