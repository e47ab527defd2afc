import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as audit from "@/app/api/v1/audit/route";
import * as dossierAudit from "@/app/api/v1/dossiers/[slug]/audit/route";
import * as dataset from "@/app/api/v1/dossiers/[slug]/dataset/route";
import * as invitations from "@/app/api/v1/dossiers/[slug]/invitations/route";
import * as members from "@/app/api/v1/dossiers/[slug]/members/route";
import * as dossier from "@/app/api/v1/dossiers/[slug]/route";
import * as visibility from "@/app/api/v1/dossiers/[slug]/visibility/route";
import * as dossiers from "@/app/api/v1/dossiers/route";
import * as accept from "@/app/api/v1/invitation/accept/route";
import * as key from "@/app/api/v1/keys/[key]/route";
import * as keys from "@/app/api/v1/keys/route";
import * as session from "@/app/api/v1/sessions/[session]/route";
import * as sessions from "@/app/api/v1/sessions/route";
import * as signIn from "@/app/api/v1/sign-in/route";
import { database } from "@/server/db";
import { addAccount, ask, PASSWORD, toCookie, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { openDesk } from "@/test/newsroom/desk";
import type { WireAuditEntry } from "@/wire/account-lists";
import { ACCOUNT_RESOURCES } from "@/wire/openapi-accounts";

// Hashing a password is slow on purpose, and more so on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const { db, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(() => database().$disconnect());

const ids: Record<string, string> = {};
const cookies: Record<string, string> = {};
const mine = { slug: "mine" };
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

const enter = async (name: string) => {
  const asked = { body: { email: toEmail(name), password: PASSWORD }, headers: { "user-agent": FIREFOX } };
  return toCookie(await ask(signIn, "POST", asked));
};
const as = (name: string) => ({ cookie: cookies[name] ?? "" });
const by = (text: string) => ({ authorization: `Bearer ${text}` });
const makeKey = async (name: string, asked: object = {}) => {
  const body = { name: "Nightly", scope: "write", ...asked };
  const made = await ask(keys, "POST", { body, headers: as(name) });
  expect(made.status).toBe(201);
  const { key: text, id } = await made.json();
  return { text: String(text), id: String(id) };
};
const reads = async (headers: Record<string, string>, params = mine) =>
  (await ask(dossier, "GET", { params, headers })).status;
const writes = async (headers: Record<string, string>) =>
  (await ask(visibility, "PUT", { params: mine, body: { visibility: "private" }, headers })).status;

beforeAll(async () => {
  for (const name of ["Root", "Ana", "Ben"]) {
    ids[name] = await addAccount(db, name, name === "Root");
    cookies[name] = await enter(name);
  }
  for (const slug of ["mine", "other"]) {
    await openDesk(db, slug);
    const { id } = await db.dossier.update({ where: { slug }, data: { visibility: "private" } });
    await db.member.create({ data: { dossierId: id, userId: ids.Ana ?? "", role: "owner" } });
  }
});

describe("a key", () => {
  it("is shown once, and only its hash is kept", async () => {
    const { text } = await makeKey("Ana");
    expect(text).toMatch(/^dl_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}$/);
    expect((await makeKey("Ana")).text.slice(12)).not.toBe(text.slice(12));
    const listed = await (await ask(keys, "GET", { headers: as("Ana") })).text();
    expect(listed).toContain(text.slice(3, 11));
    const told = `${JSON.stringify(await db.apiKey.findMany())}${JSON.stringify(await db.auditEntry.findMany())}`;
    for (const place of [listed, told]) expect(place).not.toContain(text.slice(12));
  });

  it("acts as its account, at most as its scope says", async () => {
    const [whole, reading] = [await makeKey("Ana"), await makeKey("Ana", { scope: "read" })];
    expect([await reads(by(whole.text)), await writes(by(whole.text))]).toEqual([200, 200]);
    expect([await reads(by(reading.text)), await writes(by(reading.text))]).toEqual([200, 403]);
    const others = await makeKey("Ben");
    expect([await reads(by(others.text)), await writes(by(others.text))]).toEqual([404, 404]);
    const listed = await ask(dossiers, "GET", { headers: by(reading.text) });
    const { items } = await listed.json();
    expect(items.map(({ slug }: { slug: string }) => slug)).toEqual(["mine", "other"]);
    const { usedAt } = await db.apiKey.findUniqueOrThrow({ where: { id: whole.id } });
    expect(Date.now() - (usedAt?.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it("needs no page of ours to send it, but a cookie does", async () => {
    const { text } = await makeKey("Ana");
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect(await writes({ ...foreign, ...by(text) })).toBe(200);
    expect(await writes({ ...foreign, ...as("Ana") })).toBe(403);
    // Never both: with a key that is not good, or less, the cookie counts for nothing.
    expect(await writes({ ...foreign, ...as("Ana"), ...by("x") })).toBe(401);
    expect(await writes({ ...as("Ana"), ...by(`${text.slice(0, -1)}!`) })).toBe(401);
    expect(await reads({ ...as("Ana"), ...by((await makeKey("Ben")).text) })).toBe(404);
    // What a proxy on the way asks for is no key.
    expect(await reads({ ...as("Ana"), authorization: "Basic eDp5" })).toBe(200);
  });

  it("opens nothing once it has expired or is revoked, nor with a sign changed", async () => {
    const { text, id } = await makeKey("Ana", { expiresAt: Date.now() + 60_000 });
    const wrong = `${text.slice(0, -1)}${text.endsWith("a") ? "b" : "a"}`;
    expect([await reads(by(text)), await reads(by(wrong))]).toEqual([200, 401]);
    await db.apiKey.update({ where: { id }, data: { expiresAt: new Date() } });
    expect(await reads(by(text))).toBe(401);
    await db.apiKey.update({ where: { id }, data: { expiresAt: null } });
    expect(await reads(by(text))).toBe(200);
    expect((await ask(key, "DELETE", { params: { key: id }, headers: as("Ben") })).status).toBe(404);
    expect((await ask(key, "DELETE", { params: { key: id }, headers: as("Ana") })).status).toBe(204);
    const gone = await ask(dossier, "GET", { params: mine, headers: by(text) });
    expect([gone.status, gone.headers.get("www-authenticate")]).toEqual([
      401,
      'Bearer error="invalid_token"',
    ]);
    // Of what is there nothing is told either.
    expect(await reads(by(text), { slug: "nowhere" })).toBe(401);
  });

  it("that is bound to a dossier opens that one alone", async () => {
    const { text } = await makeKey("Ana", { dossier: "mine" });
    expect([await reads(by(text)), await writes(by(text))]).toEqual([200, 200]);
    expect(await reads(by(text), { slug: "other" })).toBe(404);
    const { items } = await (await ask(dossiers, "GET", { headers: by(text) })).json();
    expect(items).toEqual([]);
    const order = { title: "More", zone: "UTC" };
    expect((await ask(dossiers, "POST", { body: order, headers: by(text) })).status).toBe(403);
    const administrator = await makeKey("Root", { dossier: "mine" });
    expect(await reads(by(administrator.text), { slug: "other" })).toBe(404);
    expect((await ask(audit, "GET", { headers: by(administrator.text) })).status).toBe(403);
  });

  it("is bound to no dossier that its account is not shown", async () => {
    const body = { name: "X", scope: "read", dossier: "mine" };
    const [hidden, absent] = await Promise.all(
      ["mine", "nowhere"].map(async (slug) => {
        const response = await ask(keys, "POST", { body: { ...body, dossier: slug }, headers: as("Ben") });
        return [response.status, await response.text()];
      }),
    );
    expect(hidden).toEqual(absent);
    expect(hidden?.[0]).toBe(422);
  });

  it("makes no keys, ends no sessions and becomes no member", async () => {
    const { text } = await makeKey("Ana");
    const body = { name: "More", scope: "write" };
    expect((await ask(keys, "POST", { body, headers: by(text) })).status).toBe(403);
    expect((await ask(sessions, "DELETE", { headers: by(text) })).status).toBe(403);
    const made = await ask(invitations, "POST", {
      params: mine,
      body: { role: "reader" },
      headers: by(text),
    });
    const token = (await made.json()).path.replace("/join#", "");
    const other = await makeKey("Ben");
    expect((await ask(accept, "POST", { body: { token }, headers: by(other.text) })).status).toBe(403);
  });

  it.each([
    ["without a name", { name: " " }],
    ["that may do more", { scope: "admin" }],
    ["that is over", { expiresAt: 1 }],
    ["beyond all time", { expiresAt: 9e15 }],
    ["with another field", { hash: "0" }],
  ])("is not made %s", async (_, asked) => {
    const body = { name: "Nightly", scope: "read", ...asked };
    expect((await ask(keys, "POST", { body, headers: as("Ben") })).status).toBe(422);
  });
});

describe("the sessions of an account", () => {
  const list = async (cookie: string) => {
    const response = await ask(sessions, "GET", { headers: { cookie } });
    return response.status === 200 ? (await response.json()).items : response.status;
  };

  it("are listed, and ended one by one or all others", async () => {
    await db.session.deleteMany({ where: { userId: ids.Ben ?? "" } });
    const [one, two, three] = [await enter("Ben"), await enter("Ben"), await enter("Ben")];
    const listed = await list(one);
    expect(listed.map(({ browser }: { browser: string }) => browser)).toEqual(
      Array(3).fill("Firefox on Linux"),
    );
    const own = listed.filter(({ isThis }: { isThis: boolean }) => isThis);
    expect(own).toHaveLength(1);
    expect(own[0].seenAt).toBeGreaterThanOrEqual(own[0].madeAt);
    const [other] = (await list(two)).filter(({ isThis }: { isThis: boolean }) => isThis);
    const params = { session: other.id };
    expect((await ask(session, "DELETE", { params, headers: as("Ana") })).status).toBe(404);
    expect((await ask(session, "DELETE", { params, headers: { cookie: one } })).status).toBe(204);
    expect([await list(two), (await list(one)).length]).toEqual([401, 2]);
    expect((await ask(sessions, "DELETE", { headers: { cookie: three } })).status).toBe(204);
    expect([await list(one), (await list(three)).length]).toEqual([401, 1]);
  });
});

describe("the record of what concerns safety", () => {
  const read = async (query = ""): Promise<{ items: WireAuditEntry[]; next: string | null }> => {
    const response = await ask(audit, "GET", { query, headers: as("Root") });
    expect(response.status).toBe(200);
    return response.json();
  };

  it("is for administrators", async () => {
    expect((await ask(audit, "GET", { headers: as("Ana") })).status).toBe(403);
    const kinds = new Set((await read("?limit=200")).items.map(({ kind }) => kind));
    for (const kind of ["signed-in", "key-made", "key-revoked", "invited", "session-ended"]) {
      expect(kinds).toContain(kind);
    }
  });

  it("is read by pages, each entry once", async () => {
    const whole = (await read("?limit=200")).items.map(({ id }) => id);
    const paged: string[] = [];
    let next: string | null = null;
    do {
      const page = await read(`?limit=7${next === null ? "" : `&cursor=${next}`}`);
      paged.push(...page.items.map(({ id }) => id));
      next = page.next;
    } while (next !== null);
    expect(paged).toEqual(whole);
  });

  it("tells of a whole dataset that was taken, not of a dashboard that reads it", async () => {
    const { text } = await makeKey("Ana", { scope: "read" });
    const take = (headers: Record<string, string>, query = "") =>
      ask(dataset, "GET", { params: mine, query, headers });
    const exported = async () => (await read()).items.filter(({ kind }) => kind === "exported");
    await take({ ...as("Ana"), "sec-fetch-site": "same-origin" });
    await take(by(text), "?cat=diplomacy");
    expect(await exported()).toEqual([]);
    await take(by(text));
    expect(await exported()).toMatchObject([
      { account: "Ana", dossier: "mine", detail: { what: "dataset", key: expect.any(String) } },
    ]);
  });
});

describe("what accounts read", () => {
  const ROUTES: Record<string, object> = {
    "/api/v1/dossiers/{slug}/members": members,
    "/api/v1/dossiers/{slug}/invitations": invitations,
    "/api/v1/dossiers/{slug}/audit": dossierAudit,
    "/api/v1/audit": audit,
    "/api/v1/keys": keys,
    "/api/v1/sessions": sessions,
  };

  it.each(ACCOUNT_RESOURCES.map((resource) => [resource.path, resource] as const))(
    "%s answers as described",
    async (path, { answer }) => {
      const cookie = await enter("Root");
      const response = await ask(ROUTES[path] ?? {}, "GET", { params: mine, headers: { cookie } });
      expect(response.status).toBe(200);
      expect(() => answer.parse(undefined)).toThrow();
      answer.parse(await response.json());
    },
  );
});
