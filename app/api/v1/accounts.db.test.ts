import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as visibility from "@/app/api/v1/dossiers/[slug]/visibility/route";
import * as dossiers from "@/app/api/v1/dossiers/route";
import * as importing from "@/app/api/v1/imports/[id]/run/route";
import * as imports from "@/app/api/v1/imports/route";
import * as password from "@/app/api/v1/password/route";
import * as setup from "@/app/api/v1/setup/route";
import * as signIn from "@/app/api/v1/sign-in/route";
import * as signOut from "@/app/api/v1/sign-out/route";
import { makeSetupToken } from "@/server/access/setup-token";
import { loadVisitor, NOBODY } from "@/server/access/visitor";
import { makeOwner } from "@/server/commands/make-owner";
import { storeAccount } from "@/server/commands/store-account";
import { database } from "@/server/db";
import { loadKnownSources } from "@/server/queries/load-known-sources";
import { useDatabase } from "@/test/database";
import { openDesk } from "@/test/newsroom/desk";
import { REPORT } from "@/test/newsroom/report";
import { ProblemSchema } from "@/wire/problem";

// Hashing a password is slow on purpose, and more so on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const { db, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(() => database().$disconnect());

const ANA = { name: "Ana Lopes", email: "ana@desk.example", password: "correct horse battery" };
const BEN = { name: "Ben Sá", email: "ben@desk.example", password: "wet paint on the bench" };

// biome-ignore lint/suspicious/noExplicitAny: routes differ in the names of their parameters.
type Route = { POST: (request: Request, context: { params: Promise<any> }) => Promise<Response> };

function post(route: Route, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request("http://localhost:3000/api/v1/x", {
    method: "POST",
    headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return route.POST(request, { params: Promise.resolve({}) });
}

const toSession = (response: Response) => response.headers.getSetCookie()[0] ?? "";
const toCookie = (response: Response) => toSession(response).split(";")[0] ?? "";
const enter = async (who: { email: string; password: string }, headers: Record<string, string> = {}) => {
  const response = await post(signIn, { email: who.email, password: who.password }, headers);
  expect(response.status).toBe(200);
  return toCookie(response);
};
const isIn = async (cookie: string) => (await post(dossiers, { nothing: true }, { cookie })).status === 422;
const refused = async (response: Response) => ProblemSchema.parse(await response.json());

beforeEach(async () => {
  await db.failedAttempt.deleteMany();
});

describe("before the first account", () => {
  it("writes as the Editor on the machine itself", async () => {
    const order = { title: "Before", zone: "UTC", slug: "before" };
    expect((await post(dossiers, order)).status).toBe(201);
    expect(await db.revision.findFirst({ select: { author: true, authorId: true } })).toEqual({
      author: "Editor",
      authorId: null,
    });
    const elsewhere = await post(dossiers, { ...order, slug: "no" }, { "x-forwarded-for": "203.0.113.9" });
    expect((await refused(elsewhere)).detail).toContain("only on the machine");
  });

  it("keeps a dossier from nobody, since nobody could be told from others", async () => {
    const request = new Request("http://localhost:3000/x", {
      method: "PUT",
      headers: { host: "localhost:3000", "content-type": "application/json" },
      body: JSON.stringify({ visibility: "private" }),
    });
    const response = await visibility.PUT(request, { params: Promise.resolve({ slug: "before" }) });
    expect(response.status).toBe(409);
  });

  it("signs nobody in", async () => {
    expect((await post(signIn, { email: ANA.email, password: ANA.password })).status).toBe(401);
  });
});

describe("the link of the first start", () => {
  it("makes the owner once, and not with a password that anybody would try", async () => {
    const token = (await makeSetupToken(db)) ?? "";
    const before = (await makeSetupToken(db)) ?? "";
    expect([token.length, token === before]).toEqual([43, false]);
    // A link of a start before is not good any more.
    expect((await post(setup, { token, ...ANA })).status).toBe(403);
    const weak = await refused(await post(setup, { token: before, ...ANA, password: "password1" }));
    expect(weak.faults?.map(({ parameter }) => parameter)).toEqual(["password"]);
    const stored = await db.setupToken.findMany();
    expect(JSON.stringify(stored)).not.toContain(before);
    // Two at once: one is made.
    const both = await Promise.all([
      post(setup, { token: before, ...ANA }),
      post(setup, { token: before, ...ANA, email: "eve@desk.example" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    expect(await db.user.count()).toBe(1);
    // Whoever was first, the tests go on with the same.
    await db.user.updateMany({ data: { email: ANA.email } });
  });

  it("cannot be used again, and no other is made", async () => {
    expect(await makeSetupToken(db)).toBeNull();
    await db.setupToken.create({ data: { hash: "0".repeat(64) } });
    expect((await post(setup, { token: "guess", ...BEN })).status).toBe(403);
    expect(await db.user.count()).toBe(1);
    expect(await db.auditEntry.count({ where: { kind: "owner-made" } })).toBe(1);
  });

  it("ends what the machine itself might do", async () => {
    const response = await post(dossiers, { title: "After", zone: "UTC" });
    expect(response.status).toBe(401);
  });
});

describe("a session", () => {
  it("has a cookie that no script reads and no other site sends", async () => {
    const response = await post(signIn, { email: ` ${ANA.email.toUpperCase()}`, password: ANA.password });
    expect(await response.json()).toEqual({ name: ANA.name, email: ANA.email, isAdministrator: true });
    expect(toSession(response)).toMatch(
      /^dateline-session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it("signs what is written with the name and the id of its account", async () => {
    const cookie = await enter(ANA);
    const order = { title: "Signed", zone: "UTC", slug: "signed" };
    expect((await post(dossiers, order, { cookie })).status).toBe(201);
    const { id } = await db.dossier.findUniqueOrThrow({ where: { slug: "signed" } });
    const user = await db.user.findFirstOrThrow();
    const { author, authorId } = await db.revision.findFirstOrThrow({ where: { dossierId: id } });
    expect([author, authorId]).toEqual([ANA.name, user.id]);
    expect(await db.member.findMany({ where: { dossierId: id }, omit: { since: true } })).toEqual([
      { dossierId: id, userId: user.id, role: "owner" },
    ]);
  });

  it("is a new one at each signing in, and the one before ends", async () => {
    const first = await enter(ANA);
    const second = await enter(ANA, { cookie: first });
    expect(second).not.toBe(first);
    expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
  });

  it.each([
    ["one that was made up", "dateline-session=abc.def"],
    ["one whose signature is another's", "dateline-session=McggvCzkLsCNJUWQB1J3TCR3p5YQdM2c.AAAA"],
    ["nothing", "dateline-session="],
  ])("is not %s", async (_, cookie) => {
    expect(await isIn(cookie)).toBe(false);
  });

  it("is not one whose cookie was changed, nor one that is over", async () => {
    const cookie = await enter(ANA);
    expect(await isIn(cookie.slice(0, -6))).toBe(false);
    await db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await isIn(cookie)).toBe(false);
  });

  it("ends by signing out, alone or with all others", async () => {
    const [one, two, three] = [await enter(ANA), await enter(ANA), await enter(ANA)];
    const out = await post(signOut, {}, { cookie: one });
    expect([out.status, toSession(out)]).toEqual([
      204,
      "dateline-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax",
    ]);
    expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([false, true, true]);
    expect((await post(signOut, { everywhere: true }, { cookie: two })).status).toBe(204);
    expect([await isIn(two), await isIn(three)]).toEqual([false, false]);
  });

  it("ends by another password, but for a new one where it was changed", async () => {
    const [here, there] = [await enter(ANA), await enter(ANA)];
    const change = { current: ANA.password, next: "quite another sentence" };
    const wrong = await refused(await post(password, { ...change, current: "no" }, { cookie: here }));
    expect(wrong.faults?.map(({ parameter }) => parameter)).toEqual(["current"]);
    const short = await refused(await post(password, { ...change, next: "short" }, { cookie: here }));
    expect(short.faults?.map(({ parameter }) => parameter)).toEqual(["next"]);
    expect([await isIn(here), await isIn(there)]).toEqual([true, true]);
    const changed = await post(password, change, { cookie: here });
    expect(changed.status).toBe(200);
    expect([await isIn(here), await isIn(there), await isIn(toCookie(changed))]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await post(signIn, { email: ANA.email, password: ANA.password })).status).toBe(401);
    await enter({ ...ANA, password: change.next });
    expect((await makeOwner(db, ANA)).kind).toBe("changed");
    expect(await isIn(toCookie(changed))).toBe(false);
  });
});

describe("signing in", () => {
  it("says the same of a wrong password as of an account that is not there", async () => {
    const problems: unknown[] = [];
    for (const email of [ANA.email, "nobody@desk.example", "no address at all", ""]) {
      const response = await post(signIn, { email, password: "wrong" });
      problems.push([response.status, await response.text(), [...response.headers]]);
    }
    expect(problems).toEqual(problems.map(() => problems[0]));
  });

  it("works as long for an account that is not there", async () => {
    const measure = async (email: string) => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        await db.failedAttempt.deleteMany();
        const started = performance.now();
        await post(signIn, { email, password: "wrong" });
        times.push(performance.now() - started);
      }
      return Math.min(...times);
    };
    const [known, unknown] = [await measure(ANA.email), await measure("nobody@desk.example")];
    // Without the hashing it would be a twentieth.
    expect(unknown).toBeGreaterThan(known / 2);
    expect(unknown).toBeLessThan(known * 2);
  });

  it("takes ten failures of an account from an address, and holds back no other", async () => {
    await makeOwner(db, BEN);
    const here = { "x-forwarded-for": "198.51.100.7" };
    const fail = () => post(signIn, { email: ANA.email, password: "wrong" }, here);
    // At once, as a program would that guesses.
    const failed = await Promise.all(Array.from({ length: 12 }, fail));
    expect(failed.map(({ status }) => status).toSorted()).toEqual([...Array(10).fill(401), 429, 429]);
    const limited = await post(signIn, { email: ANA.email, password: ANA.password }, here);
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(Number(limited.headers.get("retry-after"))).toBeLessThanOrEqual(900);
    await enter(ANA, { "x-forwarded-for": "198.51.100.8" });
    await enter(BEN, here);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 15 * 60_000 + 1000 });
    try {
      await enter(ANA, here);
    } finally {
      vi.useRealTimers();
    }
  });

  it("believes no address that a client puts before the one that was seen", async () => {
    for (let i = 0; i < 10; i++) {
      await post(
        signIn,
        { email: ANA.email, password: "wrong" },
        { "x-forwarded-for": `${i}.1.1.1, 198.51.100.9` },
      );
    }
    const last = { "x-forwarded-for": "77.1.1.1, 198.51.100.9" };
    expect((await post(signIn, { email: ANA.email, password: ANA.password }, last)).status).toBe(429);
    const direct = { "x-dateline-peer": "198.51.100.10", "x-forwarded-for": "198.51.100.9" };
    await enter(ANA, direct);
  });

  it("is written down, without the password", async () => {
    await post(signIn, { email: "ghost@desk.example", password: "secret words" });
    const entries = await db.auditEntry.findMany();
    expect(JSON.stringify(entries)).not.toMatch(/secret words|correct horse/);
    expect(entries.filter(({ detail }) => JSON.stringify(detail).includes("ghost@"))).toHaveLength(1);
    const kinds = new Set(entries.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual([
      ...["owner-made", "password-change-failed", "password-changed", "sign-in-failed", "signed-in"],
      ...["signed-out", "signed-out-everywhere"],
    ]);
  });

  it.each([
    ["another type", { "content-type": "text/plain" }, 415],
    ["another site", { origin: "https://evil.example" }, 403],
    ["a form of another site", { "sec-fetch-site": "cross-site" }, 403],
  ])("is refused from %s", async (_, headers, status) => {
    expect((await post(signIn, ANA, headers)).status).toBe(status);
  });

  it("takes no other fields", async () => {
    const response = await post(signIn, { email: ANA.email, password: ANA.password, isAdministrator: true });
    expect(response.status).toBe(422);
  });
});

describe("an outsider", () => {
  const CARL = { name: "Carl", email: "carl@desk.example", password: "nine odd lanterns" };
  const bring = async (cookie: string) => {
    const request = new Request("http://localhost:3000/api/v1/imports?name=a.csv", {
      method: "POST",
      headers: { host: "localhost:3000", "content-type": "application/octet-stream", cookie },
      body: "title,date\nA,2024-01-01\n",
    });
    const { id } = await (await imports.POST(request, { params: Promise.resolve({}) })).json();
    return String(id);
  };
  const run = (id: string, slug: string, cookie: string) => {
    const reading = {
      format: null,
      mapping: null,
      zone: null,
      published: null,
      publisher: null,
      language: null,
    };
    const request = new Request("http://localhost:3000/x", {
      method: "POST",
      headers: { host: "localhost:3000", "content-type": "application/json", cookie },
      body: JSON.stringify({ ...reading, dossier: { slug, title: null }, skipsBad: false }),
    });
    return importing.POST(request, { params: Promise.resolve({ id }) });
  };

  it("imports into no dossier that is not theirs, and no file that another brought", async () => {
    const userId = await db.$transaction((tx) => storeAccount(tx, { ...CARL, isAdministrator: false }));
    await openDesk(db, "hidden");
    await db.dossier.update({ where: { slug: "hidden" }, data: { visibility: "private" } });
    const { id: dossierId } = await db.dossier.findUniqueOrThrow({ where: { slug: "hidden" } });
    const cookie = await enter(CARL);
    const id = await bring(cookie);
    expect((await run(id, "hidden", cookie)).status).toBe(404);
    await db.member.create({ data: { dossierId, userId, role: "contributor" } });
    expect((await run(id, "hidden", cookie)).status).toBe(403);
    const others = await enter(ANA);
    expect((await run(id, "hidden", others)).status).toBe(404);
    await db.member.update({
      ...{ where: { dossierId_userId: { dossierId, userId } }, data: { role: "editor" } },
    });
    const done = await run(id, "hidden", cookie);
    expect([done.status, (await done.text()).includes("written")]).toEqual([200, true]);
    await db.member.deleteMany({ where: { userId } });
  });

  it("is not told that a text they bring stands in a dossier that they are not shown", async () => {
    const toVisitor = async (who: typeof CARL) =>
      loadVisitor(new Headers({ host: "localhost", cookie: await enter(who) }), database());
    const [ana, carl] = [await toVisitor(ANA), await toVisitor(CARL)];
    const known = { dossier: "hidden", source: "report" };
    expect(await loadKnownSources(REPORT, "", ana, db)).toEqual([known]);
    expect(await loadKnownSources(REPORT, "", carl, db)).toEqual([]);
    expect(await loadKnownSources(REPORT, "", NOBODY, db)).toEqual([]);
    await db.dossier.update({ where: { slug: "hidden" }, data: { visibility: "unlisted" } });
    expect(await loadKnownSources(REPORT, "", carl, db)).toEqual([]);
  });
});

it("keeps of a session's token the hash alone", async () => {
  const cookie = await enter(ANA);
  const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
  expect(token.length).toBeGreaterThan(30);
  const kept = await db.session.findMany({ select: { token: true } });
  const hash = createHash("sha256").update(token).digest("hex");
  expect(kept.filter((session) => session.token === hash)).toHaveLength(1);
  expect(kept.filter((session) => session.token === token)).toEqual([]);
  // What stands in the database opens nothing, signed or not.
  const signature = createHmac("sha256", process.env.DATELINE_SECRET ?? "")
    .update(hash)
    .digest("base64");
  const stolen = `${cookie.split("=")[0]}=${encodeURIComponent(`${hash}.${signature}`)}`;
  expect([await isIn(cookie), await isIn(stolen)]).toEqual([true, false]);
});

describe("over https", () => {
  it("binds the cookie to the host", async () => {
    process.env.DATELINE_ORIGIN = "https://dateline.example";
    try {
      expect(toSession(await post(signIn, { email: ANA.email, password: ANA.password }))).toMatch(
        /^__Host-dateline-session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      );
    } finally {
      delete process.env.DATELINE_ORIGIN;
    }
  });
});
