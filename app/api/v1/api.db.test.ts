import { brotliDecompressSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import type * as z from "zod";
import * as changes from "@/app/api/v1/dossiers/[slug]/changes/route";
import * as counts from "@/app/api/v1/dossiers/[slug]/counts/route";
import * as crowd from "@/app/api/v1/dossiers/[slug]/crowd/route";
import * as dataset from "@/app/api/v1/dossiers/[slug]/dataset/route";
import * as event from "@/app/api/v1/dossiers/[slug]/events/[event]/route";
import * as events from "@/app/api/v1/dossiers/[slug]/events/route";
import * as proposals from "@/app/api/v1/dossiers/[slug]/proposals/route";
import * as dossier from "@/app/api/v1/dossiers/[slug]/route";
import * as search from "@/app/api/v1/dossiers/[slug]/search/route";
import * as source from "@/app/api/v1/dossiers/[slug]/sources/[source]/route";
import * as visibility from "@/app/api/v1/dossiers/[slug]/visibility/route";
import * as dossiers from "@/app/api/v1/dossiers/route";
import * as named from "@/app/api/v1/gazetteer/named/route";
import * as gazetteer from "@/app/api/v1/gazetteer/route";
import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { loadDraft } from "@/server/commands/load-draft";
import { database } from "@/server/db";
import { useDatabase } from "@/test/database";
import { loadFixtures } from "@/test/fixtures/fixtures";
import {
  CountsSchema,
  DossierDetailSchema,
  EventSchema,
  EventsPageSchema,
  SourceDetailSchema,
} from "@/wire/api";
import { decodeColumns } from "@/wire/columns";
import { decodeDataset } from "@/wire/dataset";
import { GazetteerSchema, NamedPlacesSchema } from "@/wire/gazetteer";
import { RESOURCES } from "@/wire/openapi";
import { ACCOUNT_RESOURCES } from "@/wire/openapi-accounts";
import { ProblemSchema } from "@/wire/problem";

const { db, url } = await useDatabase();
await loadDraft(STOLTENBERG_ASIA_2023, "Test", db);
await loadFixtures(db);
// The routes use the process's own client.
process.env.DATABASE_URL = url;
afterAll(() => database().$disconnect());

type Params = { slug: string; event: string; source: string };
type Route = { GET: (request: Request, context: { params: Promise<Params> }) => Promise<Response> };

const ROUTES: Record<string, Route> = {
  "/api/v1/dossiers": dossiers,
  "/api/v1/dossiers/{slug}": dossier,
  "/api/v1/dossiers/{slug}/events": events,
  "/api/v1/dossiers/{slug}/events/{event}": event,
  "/api/v1/dossiers/{slug}/sources/{source}": source,
  "/api/v1/dossiers/{slug}/changes": changes,
  "/api/v1/dossiers/{slug}/search": search,
  "/api/v1/dossiers/{slug}/counts": counts,
  "/api/v1/dossiers/{slug}/crowd": crowd,
  "/api/v1/dossiers/{slug}/dataset": dataset,
  "/api/v1/dossiers/{slug}/visibility": visibility,
  "/api/v1/dossiers/{slug}/proposals": proposals,
  "/api/v1/gazetteer": gazetteer,
  "/api/v1/gazetteer/named": named,
};
const DEMO: Params = { slug: "stoltenberg-asia-2023", event: "meets-yoon", source: "reuters" };

const NEEDED: Record<string, string> = {
  search: "?q=seoul",
  gazetteer: "?q=seoul",
  named: "?text=He%20flew%20to%20Seoul.",
  counts: "?from=2023-01-01&to=2023-02-01",
};

function get(
  route: Route,
  query = "",
  params: Partial<Params> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = new Request(`http://localhost/api/v1/x${query}`, { headers });
  return route.GET(request, { params: Promise.resolve({ ...DEMO, ...params }) });
}

async function read<S extends z.ZodType>(schema: S, response: Promise<Response>): Promise<z.output<S>> {
  return schema.parse(await (await response).json());
}

// What accounts read, and a proposal, which the demo has none of, have tests of their own.
const OF_OTHERS = [
  "/api/v1/dossiers/{slug}/proposals/{proposal}",
  ...ACCOUNT_RESOURCES.map(({ path }) => path),
];
const OF_DEMO = RESOURCES.filter(({ path }) => !OF_OTHERS.includes(path));

it.each(OF_DEMO.map((resource) => [resource.path, resource] as const))(
  "%s answers as described",
  async (path, { answer }) => {
    const route = ROUTES[path];
    if (!route) throw new Error(`No route for ${path}.`);
    // Whoever sits at the machine itself may see all that is described.
    const response = await get(route, NEEDED[path.split("/").at(-1) ?? ""] ?? "", {}, { host: "localhost" });
    expect(response.status).toBe(200);
    if ("parse" in answer) answer.parse(await response.json());
    else expect(answer).toContain(response.headers.get("content-type"));
  },
);

it.each(["empty", "single", "crowded", "centuries", "date-line", "hostile"])(
  "answers for the dossier %s too",
  async (slug) => {
    const { items } = await read(EventsPageSchema, get(events, "?limit=200", { slug }));
    const detail = await read(DossierDetailSchema, get(dossier, "", { slug }));
    for (const { slug: known } of detail.sources) {
      await read(SourceDetailSchema, get(source, "", { slug, source: known }));
    }
    for (const { slug: known } of items.slice(0, 3))
      await read(EventSchema, get(event, "", { slug, event: known }));
  },
);

it("tells an event as it was known on a day", async () => {
  const { status, when } = await read(EventSchema, get(event, "?as=2023-01-29"));
  expect([status, when?.edtf]).toEqual(["planned", "2023-01-29/2023-01-30"]);
  const today = await read(EventSchema, get(event));
  expect([today.status, today.when?.edtf]).toEqual(["occurred", "2023-01-30"]);
  expect(today.citations.map(({ source: { slug }, isBasis }) => [slug, isBasis])).toEqual([
    ["nato-seoul", true],
    ["reuters", false],
  ]);
});

it("shows which citation disagrees", async () => {
  const { citations } = await read(EventSchema, get(event, "", { event: "nato-summit-madrid" }));
  expect(citations.filter(({ disagrees }) => disagrees).map(({ source: { slug } }) => slug)).toEqual([
    "nato-park",
  ]);
});

it("gives a source with its text and what each passage reports", async () => {
  const { text, passages } = await read(SourceDetailSchema, get(source));
  expect(passages).toHaveLength(15);
  for (const { start, end, exact } of passages) expect([...text].slice(start, end).join("")).toBe(exact);
  expect(passages.find(({ slug }) => slug === "reuters-yoon")?.events).toEqual([
    { slug: "meets-yoon", title: "Stoltenberg meets President Yoon", assertion: "planned" },
  ]);
});

it("gives a crowd once, compressed, and then says that it has not changed", async () => {
  const first = await get(crowd, "", {}, { "accept-encoding": "gzip, br" });
  expect(first.headers.get("content-encoding")).toBe("br");
  const packed = new Uint8Array(await first.arrayBuffer());
  const plain = new Uint8Array(await (await get(crowd)).arrayBuffer());
  expect(new Uint8Array(brotliDecompressSync(packed))).toEqual(plain);
  const { begins, places } = decodeColumns(plain);
  expect([begins.length, places.filter((place) => place < 0).length]).toEqual([15, 4]);

  const etag = first.headers.get("etag") ?? "";
  const again = await get(crowd, "", {}, { "accept-encoding": "br", "if-none-match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const other = await get(crowd, "?q=tanks", {}, { "accept-encoding": "br", "if-none-match": etag });
  expect(other.status).toBe(200);
});

it.each([
  ["the opening view", "from=2023-01-15&to=2023-02-03"],
  ["a day", "from=2023-01-29&to=2023-01-29"],
  ["a filter", "from=2022-01-01&to=2024-01-01&status=occurred"],
  ["a day of the second clock", "from=2022-01-01&to=2024-01-01&as=2023-01-23"],
  ["before everything", "from=1900-01-01&to=1900-01-02"],
])("counts, slices and lists the same events: %s", async (_, query) => {
  const counted = await read(CountsSchema, get(counts, `?${query}`));
  const [from, to] = [counted.from, counted.to].map((at) => `${new Date(at).toISOString().slice(0, 16)}Z`);
  const snapped = query.replace(/from=[^&]*&to=[^&]*/, `from=${from}&to=${to}`);
  const { items } = await read(EventsPageSchema, get(events, `?${snapped}&limit=200`));
  const slice = decodeDataset(await (await get(dataset, `?${snapped}`)).json());
  const { begins, places } = decodeColumns(
    new Uint8Array(await (await get(crowd, `?${snapped}`)).arrayBuffer()),
  );
  expect(counted.placed + counted.unplaced).toBe(items.length);
  expect(counted.unplaced).toBe(items.filter(({ place }) => place === null).length);
  expect(slice.events.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect([begins.length, places.filter((place) => place < 0).length]).toEqual([
    items.length,
    counted.unplaced,
  ]);
});

it.each<[string, Route, string, Partial<Params>, number]>([
  ["counts of no window", counts, "?from=2023-01-01", {}, 400],
  ["a crowd by pages", crowd, "?limit=5", {}, 400],
  ["an unknown dossier", dossier, "", { slug: "nope" }, 404],
  ["a slug that can be none", dataset, "", { slug: "a\0b" }, 404],
  ["an unknown event", event, "", { event: "nope" }, 404],
  ["an event that nobody had heard of yet", event, "?as=2022-01-01", {}, 404],
  ["an event of another dossier", event, "", { slug: "single" }, 404],
  ["a source of another dossier", source, "", { slug: "single" }, 404],
  ["events of an unknown dossier", events, "", { slug: "nope" }, 404],
  ["a parameter that is none", dossiers, "?page=2", {}, 400],
  ["a search for nothing", search, "", {}, 400],
  ["a broken day", event, "?as=2023-02-30", {}, 400],
  ["a broken filter", events, "?cat=war", {}, 400],
])("refuses %s", async (_, route, query, params, status) => {
  const response = await get(route, query, params);
  expect([response.status, response.headers.get("content-type")]).toEqual([
    status,
    "application/problem+json",
  ]);
  expect(ProblemSchema.parse(await response.json()).status).toBe(status);
});

it("finds places by name, with their credit, nearest first if asked to", async () => {
  const springfield = "?q=springfield&limit=1";
  const far = await read(GazetteerSchema, get(gazetteer, springfield));
  const near = await read(GazetteerSchema, get(gazetteer, `${springfield}&near=-89.6,39.8&country=US`));
  expect([far.credit, near.items.length, near.items[0]?.region]).toEqual([
    "GeoNames, CC BY 4.0",
    1,
    "Illinois",
  ]);
  expect(far.items[0]?.region).not.toBe("Illinois");
});

it.each([
  ["", "q"],
  ["?q=", "q"],
  ["?q=x&near=200,0", "near"],
  ["?q=x&near=1", "near"],
  ["?q=x&limit=51", "limit"],
  ["?q=x&country=korea", "country"],
  ["?q=x&kind=city", "kind"],
])("refuses the gazetteer’s query %s by its parameter", async (query, parameter) => {
  const response = await get(gazetteer, query);
  expect(response.status).toBe(400);
  const { faults } = ProblemSchema.parse(await response.json());
  expect(faults?.map((fault) => fault.parameter)).toEqual([parameter]);
});

it("finds the places that a passage names, in code points", async () => {
  const text = "😀 OSLO (Agency) - She flew to Seoul.";
  const { items } = await read(NamedPlacesSchema, get(named, `?${new URLSearchParams({ text })}`));
  expect(items.map(({ place }) => place.name)).toContain("Seoul");
  for (const { start, end, words } of items) expect([...text].slice(start, end).join("")).toBe(words);
});
