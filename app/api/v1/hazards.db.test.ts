import { afterAll, describe, expect, it } from "vitest";
import * as undo from "@/app/api/v1/dossiers/[slug]/changes/[change]/undo/route";
import * as move from "@/app/api/v1/dossiers/[slug]/events/[event]/citations/[citation]/move/route";
import * as citation from "@/app/api/v1/dossiers/[slug]/events/[event]/citations/[citation]/route";
import * as citations from "@/app/api/v1/dossiers/[slug]/events/[event]/citations/route";
import * as merge from "@/app/api/v1/dossiers/[slug]/events/[event]/merge/route";
import * as event from "@/app/api/v1/dossiers/[slug]/events/[event]/route";
import * as split from "@/app/api/v1/dossiers/[slug]/events/[event]/split/route";
import * as events from "@/app/api/v1/dossiers/[slug]/events/route";
import * as dossier from "@/app/api/v1/dossiers/[slug]/route";
import * as source from "@/app/api/v1/dossiers/[slug]/sources/[source]/route";
import * as texts from "@/app/api/v1/dossiers/[slug]/sources/[source]/texts/route";
import * as sources from "@/app/api/v1/dossiers/[slug]/sources/route";
import * as dossiers from "@/app/api/v1/dossiers/route";
import * as setup from "@/app/api/v1/setup/route";
import * as signIn from "@/app/api/v1/sign-in/route";
import { isSlug } from "@/core/record/limits";
import { database } from "@/server/db";
import { useDatabase } from "@/test/database";
import { auditNewsroom } from "@/test/newsroom/audit";
import { quote, REPORT } from "@/test/newsroom/report";
import { type Problem, ProblemSchema } from "@/wire/problem";

// Each field of each write is given what no field can take: the answer has to name it, and nothing may be written.

const { db, pool, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(() => database().$disconnect());

type Params = Record<string, string>;
// biome-ignore lint/suspicious/noExplicitAny: routes differ in the names of their parameters.
type Route = Record<string, (request: Request, context: { params: Promise<any> }) => Promise<Response>>;
type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Path = readonly (string | number)[];
type Write = {
  readonly name: string;
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly route: object;
  readonly params: Params;
  readonly body: { readonly [name: string]: Json };
};

const NUL = "before\0after";
const LONE = "before\ud83cafter";
const ENDLESS = "x".repeat(1_000_000);
const FATAL: Readonly<Record<string, Json>> = {
  ...{ NUL, "a lone surrogate": LONE, "a line of a megabyte": ENDLESS },
  ...{ "a number": 12, "a list": ["x"], "an object": { x: "y" }, "a truth": true },
};
/** What is only text: taken as it is, or refused by name. */
const ODD: readonly string[] = [
  ...["\u202eevil\u202c", "\u2066a\u2069", "e\u0301".repeat(20), "👩‍👩‍👧‍👦", "a\u00ad\u200bb", "ﬁ ﬂ"],
  ...["'; drop table event; --", "\\'; select pg_sleep(9)", "$1 %s {{7*7}}"],
  ...["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)"],
  ...["a\r\nSet-Cookie: x=y", "__proto__", "constructor", "../../etc/passwd", "=cmd|' /C calc'!A0", " "],
];

const DESK = { slug: "hazards" };
const REASON = "Why it is so";
const PLACE = {
  ...{ name: "Lisbon", lon: -9.1, lat: 38.7, precision: "city", radiusKm: null, geonamesId: null },
  countryCode: "PT",
};
const CITATION = {
  ...quote("LISBON, March 3 — The ministers met on Sunday.", { timeWords: "Sunday", when: "2024-03-03" }),
};
const SOURCE = {
  ...{ title: "Report", publisher: "Test Press", byline: "A. Writer", language: "en" },
  ...{ url: "https://example.org/report", publishedOn: "2024-03-04", retrievedOn: "2024-03-05" },
  ...{ coverage: "full", publishes: "full" },
};
const EVENT = {
  ...{ title: "Ministers meet", category: "diplomacy", when: "2024-03-03", isLeg: true },
  ...{ place: PLACE, placeRule: "as the passage says", origin: { ...PLACE, name: "Porto", lat: 41.1 } },
  participations: [{ actor: { name: "The ministry", kind: "organisation" }, role: "host" }],
};

function send(
  { route, method, params }: Pick<Write, "route" | "method" | "params">,
  body: string,
): Promise<Response> {
  const handler = (route as Route)[method];
  if (!handler) throw new Error(`The route has no ${method}.`);
  const headers = { host: "localhost:3000", "content-type": "application/json", "if-match": "*" };
  const request = new Request("http://localhost:3000/api/v1/x", { method, headers, body });
  return handler(request, { params: Promise.resolve(params) });
}

async function make(route: object, params: Params, body: Json) {
  const response = await send({ route, method: "POST", params }, JSON.stringify(body));
  const text = await response.text();
  expect(response.status, text).toBe(201);
  return { change: response.headers.get("dateline-change") ?? "", body: JSON.parse(text) };
}

await make(dossiers, {}, { title: "Hazards", zone: "Europe/Lisbon", slug: DESK.slug });
await make(sources, DESK, { ...SOURCE, text: REPORT });
const SECOND = quote("A second round is planned for next week.");
const TWO = { citations: [CITATION, SECOND], basis: 0 };
const kept = await make(events, DESK, { ...EVENT, ...TWO, reason: REASON });
const other = await make(events, DESK, { ...EVENT, title: "Another", citations: [CITATION] });
const OWN = { ...DESK, event: kept.body.slug };
const CITED = { ...OWN, citation: kept.body.citations[0].id };
const reading = {
  assertion: "occurred",
  timeWords: "Sunday",
  when: "2024-03-03",
  timeRule: "by the weekday",
};
const read = { ...reading, placeWords: "LISBON", speaker: "The ministry" };

const WRITES: readonly Write[] = [
  toWrite(
    "a new dossier",
    "POST",
    dossiers,
    {},
    {
      ...{ title: "New", summary: "Of what", zone: "UTC", slug: "new-dossier" },
    },
  ),
  toWrite("a dossier", "PATCH", dossier, DESK, { title: "T", summary: "S", reason: REASON }),
  toWrite("a new source", "POST", sources, DESK, { ...SOURCE, text: REPORT, reason: REASON }),
  toWrite("a source", "PATCH", source, { ...DESK, source: "report" }, { ...SOURCE, reason: REASON }),
  toWrite("a text", "POST", texts, { ...DESK, source: "report" }, { text: REPORT, reason: REASON }),
  toWrite("a new event", "POST", events, DESK, {
    ...EVENT,
    ...{ citations: [{ ...CITATION, ...read }], basis: 0, reason: REASON },
  }),
  toWrite("an event", "PATCH", event, OWN, {
    ...EVENT,
    ...{ basis: CITED.citation, citations: [{ ...read, id: CITED.citation }], reason: REASON },
  }),
  toWrite("a new citation", "POST", citations, OWN, { ...CITATION, ...read, reason: REASON }),
  toWrite("a citation", "PATCH", citation, CITED, { ...read, reason: REASON }),
  toWrite("a move", "POST", move, CITED, { to: other.body.slug, reason: REASON }),
  toWrite("a merger", "POST", merge, OWN, { into: other.body.slug, take: [], reason: REASON }),
  toWrite("a split", "POST", split, OWN, {
    ...{ citations: [kept.body.citations[1].id], title: "Half", when: null, basis: null, reason: REASON },
  }),
  toWrite("a deletion", "DELETE", event, OWN, { reason: REASON }),
  toWrite("an undoing", "POST", undo, { ...DESK, change: kept.change }, { reason: REASON }),
  toWrite(
    "a first account",
    "POST",
    setup,
    {},
    {
      ...{ token: "guess", name: "Ana Lopes", email: "ana@desk.example", password: "correct horse battery" },
    },
  ),
];

function toWrite(
  name: string,
  method: Write["method"],
  route: object,
  params: Params,
  body: Write["body"],
): Write {
  return { name, method, route, params, body };
}

for (const write of WRITES) {
  describe(write.name, () => {
    it("is refused by the name of the field that no text can be, and nothing is written", async () => {
      const before = await countRows();
      const wrong: unknown[] = [];
      for (const path of toTexts(write.body)) {
        for (const [hazard, value] of Object.entries(FATAL)) {
          // A text of a source may be that long.
          if (path[0] === "text" && value === ENDLESS) continue;
          const response = await send(write, JSON.stringify(put(write.body, path, value)));
          const { status, faults = [] } = toProblem(response, await response.json());
          const isNamed = faults.some(({ parameter }) => isAlong(parameter, path));
          const isTooLong = status === 413;
          if (!isTooLong && !(status === 422 && isNamed)) {
            wrong.push([path.join("."), hazard, status, faults.map(({ parameter }) => parameter)]);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(await countRows()).toEqual(before);
    }, 60_000);

    it("is refused with a field that there is not, by its name", async () => {
      const before = await countRows();
      for (const name of ["unknown", "constructor", "toString"]) {
        const response = await send(write, JSON.stringify({ ...write.body, [name]: "x" }));
        const { status, faults = [] } = ProblemSchema.parse(await response.json());
        expect([status, faults.map(({ parameter }) => parameter)]).toEqual([422, [name]]);
      }
      const [first = ""] = Object.keys(write.body);
      const proto = `{"__proto__": {"isAdministrator": true}, ${JSON.stringify(write.body).slice(1)}`;
      const deep = `{"${first}": ${"[".repeat(5000)}${"]".repeat(5000)}}`;
      for (const body of [proto, deep, "", "null", "[]", "{", '"x"', "1e999"]) {
        // To say nothing is to change nothing.
        if (body === "" && (write.method === "PATCH" || first === "reason")) continue;
        const { status } = await send(write, body);
        expect([400, 413, 422], body.slice(0, 80)).toContain(status);
      }
      expect(Object.hasOwn(Object.prototype, "isAdministrator")).toBe(false);
      expect(await countRows()).toEqual(before);
    }, 60_000);
  });
}

it("takes odd texts as they are, or refuses them by name", async () => {
  const wrong: unknown[] = [];
  const lasting = WRITES.filter(({ name }) =>
    /^a new (dossier|source|event)|^a dossier|^a source|^an event|^a citation/.test(name),
  );
  for (const [at, write] of lasting.entries()) {
    for (const [turn, path] of toTexts(write.body).entries()) {
      // Not each with each: over all fields every text has its turn many times.
      for (const text of [0, 7].map((step) => ODD[(at + turn + step) % ODD.length] ?? "")) {
        const body = { ...(put(write.body, path, text) as object), ...toOwnName(write) };
        const before = await countRows();
        const response = await send(
          write,
          JSON.stringify(path[0] === "slug" ? put(body as Json, path, text) : body),
        );
        const answer = await response.text();
        if (response.ok) continue;
        const { status, faults = [] } = ProblemSchema.parse(JSON.parse(answer));
        const isNamed = status === 422 && faults.some(({ parameter }) => isAlong(parameter, path));
        const isWhole = JSON.stringify(await countRows()) === JSON.stringify(before);
        if (!isNamed || !isWhole) wrong.push([write.name, path.join("."), text, status, faults, isWhole]);
      }
    }
  }
  expect(wrong).toEqual([]);
  await auditNewsroom(db, DESK.slug);
}, 120_000);

it("finds nothing by a name that nothing can have", async () => {
  for (const name of [NUL, LONE, ENDLESS, ...ODD.filter((text) => !isSlug(text))]) {
    for (const { route, method, params, body } of WRITES) {
      for (const param of Object.keys(params)) {
        const response = await send(
          { route, method, params: { ...params, [param]: name } },
          JSON.stringify(body),
        );
        expect([404, 422], `${param} ${name.slice(0, 40)}`).toContain(response.status);
      }
    }
  }
}, 60_000);

it("signs nobody in by such an address or password", async () => {
  for (const value of Object.values(FATAL)) {
    for (const field of ["email", "password"]) {
      const body = { email: "ana@desk.example", password: "correct horse battery", [field]: value };
      const { status } = await send({ route: signIn, method: "POST", params: {} }, JSON.stringify(body));
      expect([413, 422]).toContain(status);
    }
  }
  expect(await db.session.count()).toBe(0);
});

function toProblem({ ok, status }: Response, body: unknown): Partial<Problem> {
  return ok ? { status } : ProblemSchema.parse(body);
}

let names = 0;
const toOwnName = ({ name }: Write): object => (name === "a new dossier" ? { slug: `odd-${names++}` } : {});

/** The paths to all texts in a body. */
function toTexts(value: Json, path: Path = []): readonly Path[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    toTexts(inner as Json, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function put(value: Json, [name, ...rest]: Path, wanted: Json): Json {
  if (name === undefined) return wanted;
  if (Array.isArray(value)) return value.map((inner, at) => (at === name ? put(inner, rest, wanted) : inner));
  const object = value as { readonly [name: string]: Json };
  return { ...object, [name]: put(object[name] ?? null, rest, wanted) };
}

// A fault may be told of the whole that the field is a part of, such as an actor that is neither name nor new.
function isAlong(parameter: string, path: Path): boolean {
  const own = path.join(".");
  return parameter !== "" && (own === parameter || own.startsWith(`${parameter}.`));
}

async function countRows(): Promise<Record<string, number>> {
  const { rows } = await pool.query(
    `select table_name as name, (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(table_name), false, true, '')))[1]::text::int as n
    from information_schema.tables where table_schema = 'public'`,
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
