import { expect, test } from "@playwright/test";
import { ROLES, type Role, VISIBILITIES, type Visibility } from "@/core/record/roles";
import { ACCESS, type Method, type Need } from "@/server/access/table";
import {
  addAccount,
  addMember,
  type InhabitedProgram,
  openInhabitedProgram,
  PASSWORD,
  putSetupToken,
  signIn,
  toEmail,
} from "./accounts";

// Every route, method and reader against dossiers of each kind, on the built program: what it answers must be what the
// table says, and of a private dossier nothing may be heard outside.

const KEYS = ["reading key", "writing key", "expired key", "revoked key"] as const;
type Reader = "anonymous" | "outsider" | Role | "administrator" | (typeof KEYS)[number];
const READERS: readonly Reader[] = ["anonymous", "outsider", ...ROLES, "administrator", ...KEYS];

type Outcome = "in" | "sign-in" | "forbidden" | "not-there";

type Content = {
  readonly slug: string;
  readonly event: string;
  readonly gone: string;
  readonly source: string;
  readonly citation: string;
  readonly change: string;
  readonly proposal: string;
};

const CANARY = "Kanarienvogel";
const TEXT = `LISBON, March 3 — The ministers met on Sunday, the ${CANARY} wrote. A second round is planned.`;
const QUOTATION = `The ministers met on Sunday, the ${CANARY} wrote.`;

let program: InhabitedProgram;
// One for all requests, since an answer holds the address that was asked for.
let moment = "";
const cookies = new Map<Reader, string>();
// All of the editor.
const keys = new Map<Reader, string>();
const contents = new Map<Visibility, Content>();

test.describe.configure({ mode: "default", timeout: 240_000 });

test.beforeAll(async () => {
  // Fifteen sessions and keys, each with a hash that is slow on purpose, and three dossiers.
  test.setTimeout(120_000);
  program = await openInhabitedProgram();
  await putSetupToken(program, "the-token");
  const owner = { name: "Root", email: "root@desk.example", password: PASSWORD };
  expect((await send("POST", "/api/v1/setup", "anonymous", { token: "the-token", ...owner })).status).toBe(
    200,
  );
  cookies.set("administrator", await signIn(program.address, owner.email));
  const accounts = new Map<Reader, string>();
  for (const reader of ["outsider", ...ROLES] as const) {
    accounts.set(reader, await addAccount(program, reader));
    cookies.set(reader, await signIn(program.address, toEmail(reader)));
  }
  for (const key of KEYS) {
    const asked = { name: key, scope: key === "reading key" ? "read" : "write" };
    const made = await send("POST", "/api/v1/keys", "editor", asked);
    expect(made.status).toBe(201);
    const { key: text, id } = await made.json();
    keys.set(key, text);
    if (key === "revoked key") await send("DELETE", `/api/v1/keys/${id}`, "editor");
  }
  await program.query(`update api_key set "expiresAt" = now() where name = 'expired key'`);
  for (const visibility of VISIBILITIES) {
    contents.set(visibility, await fill(visibility));
    const { slug } = toContent(visibility);
    for (const role of ROLES) await addMember(program, slug, accounts.get(role) ?? "", role);
    const path = `/api/v1/dossiers/${slug}/visibility`;
    expect((await send("PUT", path, "administrator", { visibility })).status).toBe(200);
  }
  moment = String(Date.now());
});

test.afterAll(() => program.close());

for (const reader of READERS) {
  test(`${reader} is answered by every route as the table says`, async () => {
    const heard: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const visibility of VISIBILITIES) {
      for (const [route, row] of Object.entries(ACCESS)) {
        // What names no dossier is the same for all three.
        if (!route.includes("[slug]") && visibility !== "public") continue;
        for (const [method, need] of Object.entries(row) as [Method, Need][]) {
          const name = `${visibility} ${method} ${route}`;
          expected[name] = toExpected(route, method, need, reader, visibility);
          const response = await send(method, toPath(route, toContent(visibility)), reader, NOTHING);
          heard[name] = await toOutcome(response);
        }
      }
    }
    expect(heard).toEqual(expected);
  });
}

for (const reader of ["anonymous", "outsider"] as const) {
  test(`${reader} hears nothing of a private dossier, in any answer`, async () => {
    const content = toContent("private");
    const { slug } = content;
    const told: string[] = [];
    const look = async (path: string, response: Response) => {
      const text = `${JSON.stringify([...response.headers])}\n${await readText(response)}`;
      // What was asked for may be said again.
      const asked = path.split(/[/?=&]/).filter((part) => part.length > 3);
      const rest = asked.reduce((left, part) => left.replaceAll(part, ""), text);
      if (rest.toLowerCase().includes(CANARY.toLowerCase())) told.push(path);
    };
    for (const visibility of VISIBILITIES) {
      for (const [route, row] of Object.entries(ACCESS)) {
        for (const method of Object.keys(row) as Method[]) {
          // Their own words the others may show.
          const isOther = route.includes("[slug]") && visibility !== "private";
          if (isOther) continue;
          const path = toPath(route, toContent(visibility));
          await look(`${method} ${path}`, await send(method, path, reader, NOTHING));
        }
      }
    }
    const more = [
      ...[`/d/${slug}/e/${content.gone}`, `/api/v1/dossiers/${slug}/events/${content.gone}`],
      ...[`/api/v1/dossiers/${slug}/search?q=ministers`, `/api/v1/dossiers/${slug}/events?q=ministers`],
      ...[`/api/v1/dossiers/${slug}/live?after=${content.change}`, `/d/${slug}?e=${content.event}`],
      ...[`/sign-in?to=/d/${slug}`, `/d/${slug}/changes?before=${content.change}`],
    ];
    for (const path of more) await look(`GET ${path}`, await send("GET", path, reader));
    // The same text, brought by somebody else.
    const brought = await send("POST", "/api/v1/documents", reader, {
      text: TEXT.replaceAll(CANARY, "paper"),
    });
    await look("POST /api/v1/documents", brought);
    expect(told).toEqual([]);
  });

  test(`to ${reader} a private dossier is one that is not there`, async () => {
    const content = toContent("private");
    const nowhere = { ...content, slug: "nowhere-at-all" };
    const differences: string[] = [];
    for (const [route, row] of Object.entries(ACCESS)) {
      if (!route.includes("[slug]")) continue;
      for (const method of Object.keys(row) as Method[]) {
        const [there, absent] = await Promise.all(
          [content, nowhere].map(async (one) => {
            const response = await send(method, toPath(route, one), reader, NOTHING);
            return toPlain(await readText(response), response, one.slug);
          }),
        );
        if (there !== absent) differences.push(`${method} ${route}:\n${there}\n${absent}`);
      }
    }
    expect(differences).toEqual([]);
  });
}

test("what is not public is kept by nobody for others", async () => {
  for (const visibility of ["unlisted", "private"] as const) {
    for (const path of ["", "/dataset", "/events", "/crowd", "/search?q=x", "/changes", "/live"]) {
      const address = `/api/v1/dossiers/${toContent(visibility).slug}${path}`;
      const response = await send("GET", address, "reader");
      await response.body?.cancel();
      expect([path, response.headers.get("cache-control")]).toEqual([
        path,
        expect.stringMatching(/^private, no-cache/),
      ]);
      expect(response.headers.get("vary")).toMatch(/cookie/i);
    }
    const page = await send("GET", `/d/${toContent(visibility).slug}`, "reader");
    expect(page.headers.get("cache-control")).toMatch(/private.*no-store|no-store.*private/);
    expect(await page.text()).toContain("noindex");
    const picture = await send("GET", `/d/${toContent(visibility).slug}/opengraph-image`, "reader");
    expect(picture.headers.get("cache-control")).toBe("private, no-cache");
    await picture.arrayBuffer();
  }
});

test("the list holds what is public, and what one belongs to", async () => {
  const list = async (reader: Reader) => {
    const { items } = await (await send("GET", "/api/v1/dossiers", reader)).json();
    return items.map(({ visibility }: { visibility: string }) => visibility).toSorted();
  };
  expect(await list("anonymous")).toEqual(["public"]);
  expect(await list("outsider")).toEqual(["public"]);
  expect(await list("reader")).toEqual(["private", "public", "unlisted"]);
  expect(await list("administrator")).toEqual(["private", "public", "unlisted"]);
});

test("no header opens a private dossier", async () => {
  const { slug, event } = toContent("private");
  const tricks: Record<string, string>[] = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-middleware-subrequest": "src/middleware" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    { "next-action": "00000000000000000000000000000000000000" },
    { "x-forwarded-host": "localhost", "x-forwarded-for": "127.0.0.1" },
    { "x-forwarded-for": "127.0.0.1", "x-dateline-peer": "127.0.0.1", "x-real-ip": "127.0.0.1" },
    { "x-invoke-path": "/", "x-matched-path": "/", "x-now-route-matches": "1" },
    { "x-http-method-override": "GET", "x-original-url": "/", "x-rewrite-url": "/" },
  ];
  const paths = [
    ...[`/d/${slug}`, `/d/${slug}?_rsc=1`, `/d/${slug}.rsc`, `/d/${slug}.segments/_tree.segment.rsc`],
    ...[`/d/${slug}/e/${event}`, `/d/${slug}/opengraph-image`, `/api/v1/dossiers/${slug}/dataset`],
    ...[`/_next/data/x/d/${slug}.json`, `//d/${slug}`, `/./d/${slug}/changes`, `/D/${slug}`, `/d/${slug}/`],
  ];
  for (const headers of tricks) {
    for (const path of paths) {
      const ask = async (of: string) => {
        const response = await fetch(program.address + path.replace(slug, of), {
          headers,
          redirect: "manual",
        });
        return { status: response.status, text: await readText(response) };
      };
      const started = performance.now();
      const [there, absent] = [await ask(slug), await ask("nowhere-at-all")];
      const name = `${path} ${JSON.stringify(headers)}`;
      expect(there.text, name).not.toContain(CANARY);
      expect(there.status, name).toBe(absent.status);
      expect(performance.now() - started, name).toBeLessThan(5000);
    }
  }
  // Before there is an account the machine itself may write; now it may not.
  const written = await send("POST", "/api/v1/dossiers", "anonymous", { title: "X", zone: "UTC" });
  expect(written.status).toBe(401);
});

test("a write that a page of another site sends is refused, whoever is signed in", async () => {
  for (const headers of [
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
    { origin: "null", "sec-fetch-site": "same-site" },
  ]) {
    const response = await send(
      "POST",
      "/api/v1/dossiers",
      "administrator",
      { title: "X", zone: "UTC" },
      headers,
    );
    expect(response.status).toBe(403);
    expect((await response.json()).detail).toContain("own pages");
  }
});

test("a live stream ends with the session that it belongs to", async () => {
  const { slug } = toContent("private");
  const own = await signIn(program.address, toEmail("reader"));
  const response = await fetch(`${program.address}/api/v1/dossiers/${slug}/live`, {
    headers: { cookie: own },
  });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  if (!reader) throw new Error("The stream has no body.");
  await reader.read();
  const gone = await fetch(`${program.address}/api/v1/sign-out`, {
    method: "POST",
    headers: { cookie: own, "content-type": "application/json" },
    body: "{}",
  });
  expect(gone.status).toBe(204);
  expect(
    (await send("POST", `/api/v1/dossiers/${slug}/events`, "editor", toEvent("After the end"))).status,
  ).toBe(201);
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    rest += new TextDecoder().decode(value);
  }
  expect(rest).not.toContain("after-the-end");
});

const NOBODY = "00000000-0000-4000-8000-000000000000";

// What no route takes: the answer says who was let in, and nothing is changed.
const NOTHING = { unexpected: true };

function send(
  method: string,
  path: string,
  reader: Reader,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<Response> {
  const [cookie, key] = [cookies.get(reader), keys.get(reader)];
  const shown = { ...(cookie ? { cookie } : {}), ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const headers = { ...shown, ...more };
  const init =
    method === "GET"
      ? { headers }
      : { headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
  return fetch(program.address + path, { method, redirect: "manual", ...init });
}

async function toOutcome(response: Response): Promise<Outcome | `${number}`> {
  const { status } = response;
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return "in";
  }
  const text = await readText(response);
  const isSigningIn = status === 307 && /^\/sign-in\?/.test(toLocation(response));
  if (status === 401 || isSigningIn) return "sign-in";
  if (status === 403) return "forbidden";
  const isAbsence =
    status === 404 && /There is no dossier|There is no such (page|event|source)|^$/.test(text);
  if (isAbsence) return "not-there";
  return status < 500 ? "in" : `${status}`;
}

function toLocation(response: Response): string {
  const location = response.headers.get("location") ?? "";
  return location.replace(program.address, "");
}

function toExpected(
  route: string,
  method: Method,
  need: Need,
  reader: Reader,
  visibility: Visibility,
): Outcome {
  const isKey = KEYS.some((key) => key === reader);
  // By a key no page is opened.
  if (isKey && !route.startsWith("/api/")) return toExpected(route, method, need, "anonymous", visibility);
  if (need !== "anyone" && (reader === "expired key" || reader === "revoked key")) return "sign-in";
  const rank = toReaderRank(reader);
  if (route.includes("[slug]") && visibility === "private" && rank < 0) return "not-there";
  if (need === "anyone") return "in";
  if (reader === "reading key" && method !== "GET") return "forbidden";
  if (need === "each-their-own" || need === "reader") return "in";
  const isEnough =
    need === "session"
      ? reader !== "anonymous" && !isKey
      : need === "signed-in"
        ? reader !== "anonymous"
        : rank >= toRank(need);
  if (isEnough) return "in";
  return reader === "anonymous" ? "sign-in" : "forbidden";
}

function toReaderRank(reader: Reader): number {
  if (reader === "administrator") return ROLES.length;
  if (reader === "reading key" || reader === "writing key") return ROLES.indexOf("editor");
  return ROLES.indexOf(reader as Role);
}

function toRank(need: Role | "administrator"): number {
  return need === "administrator" ? ROLES.length : ROLES.indexOf(need);
}

function toContent(visibility: Visibility): Content {
  const content = contents.get(visibility);
  if (!content) throw new Error(`There is no ${visibility} dossier.`);
  return content;
}

function toPath(route: string, { slug, event, source, citation, change, proposal }: Content): string {
  const names: Record<string, string> = {
    ...{ slug, event, source, citation, change, proposal },
    ...{ member: NOBODY, invitation: NOBODY, key: NOBODY, session: NOBODY },
    ...{ id: "00000000-0000-4000-8000-000000000000", "...path": "v1/nowhere" },
    ...{ passage: "of-nothing", moment },
  };
  const path = route.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`${route}: nothing stands for ${name} in the test.`);
    return value;
  });
  const needed: Record<string, string> = { search: "?q=x", counts: "?from=2020-01-01&to=2021-01-01" };
  if (path === "/api/v1/gazetteer") return `${path}?q=lis`;
  if (path === "/api/v1/gazetteer/named") return `${path}?text=Lisbon`;
  return path + (needed[path.split("/").at(-1) ?? ""] ?? "");
}

async function readText(response: Response): Promise<string> {
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return "";
  }
  return response.text();
}

/** An answer without what differs from one to the next: its moment, its nonce, and the name that was asked for. */
function toPlain(text: string, response: Response, slug: string): string {
  const headers = [...response.headers].filter(([name]) => !/^(date|etag|content-length)$/.test(name));
  return JSON.stringify([response.status, headers, text.replace(FLIGHT, ""), ...toFlightRows(text)])
    .replaceAll(slug, "SLUG")
    .replace(/nonce-[\w+/=]+|nonce=\\?"[^"]*"|nonce\\*":\\*"[^"]*"/g, "");
}

const FLIGHT = /<script nonce="[^"]*">self\.__next_f\.push\(\[1,(".*?")\]\)<\/script>/gs;

// Where the stream behind a page is cut depends on the moment, and so does which of two rows that are ready is sent
// first; what the rows are does not.
function toFlightRows(text: string): readonly string[] {
  const stream = [...text.matchAll(FLIGHT)].map(([, piece = '""']) => JSON.parse(piece)).join("");
  return stream.split("\n").toSorted();
}

async function fill(visibility: Visibility): Promise<Content> {
  const secret = visibility === "private" ? CANARY : "Zeitung";
  const order = { title: `${secret} title`, summary: `${secret} summary`, zone: "UTC" };
  const slug = visibility === "private" ? `${CANARY.toLowerCase()}-dossier` : `${visibility}-dossier`;
  const root = "/api/v1/dossiers";
  expect((await send("POST", root, "administrator", { ...order, slug })).status).toBe(201);
  const text = TEXT.replaceAll(CANARY, secret);
  const told = {
    ...{ title: `${secret} source`, publisher: `${secret} press`, byline: `${secret} byline` },
    ...{ language: "en", publishedOn: "2024-03-04", coverage: "full", text },
  };
  const made = await send("POST", `${root}/${slug}/sources`, "administrator", told);
  expect(made.status).toBe(201);
  const { slug: source } = await made.json();
  const names: string[] = [];
  let citation = "";
  let change = "";
  for (const title of [`${secret} meets`, `${secret} leaves`]) {
    const response = await send(
      "POST",
      `${root}/${slug}/events`,
      "administrator",
      toEvent(title, secret, source),
    );
    expect(response.status).toBe(201);
    change = response.headers.get("dateline-change") ?? "";
    const event = await response.json();
    names.push(event.slug);
    citation = event.citations[0].id;
  }
  const [event = "", gone = ""] = names;
  const reason = { reason: `${secret} reason` };
  const removal = await send("DELETE", `${root}/${slug}/events/${gone}`, "administrator", reason, {
    "if-match": '"1"',
  });
  expect(removal.status).toBe(200);
  const proposed = { kind: "event", body: toEvent(`${secret} proposed`, secret, source) };
  const kept = await send("POST", `${root}/${slug}/proposals`, "administrator", proposed);
  expect(kept.status).toBe(201);
  const { id: proposal } = await kept.json();
  return { slug, event, gone, source, citation, change, proposal };
}

function toEvent(title: string, secret = CANARY, source = `${CANARY.toLowerCase()}-source`): object {
  const exact = QUOTATION.replaceAll(CANARY, secret);
  const start = [...TEXT.slice(0, TEXT.indexOf(QUOTATION))].length;
  const place = { name: `${secret} place`, lon: -9.1, lat: 38.7, precision: "city" };
  return {
    ...{ title, category: "diplomacy", when: "2024-03-03", place },
    participations: [{ actor: { name: `${secret} actor`, kind: "person" }, role: "" }],
    citations: [
      { source, start, end: start + [...exact].length, exact, assertion: "occurred", when: "2024-03-03" },
    ],
  };
}
