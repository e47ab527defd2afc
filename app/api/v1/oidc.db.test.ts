import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as dossiers from "@/app/api/v1/dossiers/route";
import * as begin from "@/app/api/v1/oidc/begin/route";
import * as callback from "@/app/api/v1/oidc/callback/route";
import * as sessions from "@/app/api/v1/sessions/route";
import { toOidcCookie } from "@/server/access/oidc-cookie";
import { database } from "@/server/db";
import { addAccount, ask, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { type OidcProvider, openOidcProvider } from "@/test/oidc-provider";

// Hashing a password is slow on purpose, and more so on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { db, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";

const EVA = { sub: "eva-1", name: "Eva Ruiz", email: "Eva@desk.example", email_verified: true };
const FAILED = "/sign-in?failed=provider";
let provider: OidcProvider;

beforeAll(async () => {
  provider = await openOidcProvider(EVA);
  process.env.DATELINE_OIDC_ISSUER = provider.issuer;
  process.env.DATELINE_OIDC_CLIENT_ID = provider.clientId;
  process.env.DATELINE_OIDC_CLIENT_SECRET = provider.clientSecret;
});
afterAll(async () => {
  await provider.close();
  await database().$disconnect();
});
beforeEach(() => {
  provider.lie = {};
});

/** A browser is sent to the provider. */
async function leave(to = "/new") {
  const response = await ask(begin, "GET", { query: `?to=${encodeURIComponent(to)}` });
  const [cookie = ""] = response.headers.getSetCookie();
  return {
    address: response.headers.get("location") ?? "",
    cookie: cookie.split(";")[0] ?? "",
    header: cookie,
  };
}

/** A browser comes back from it. */
async function comeBack(query: string, cookie: string) {
  const response = await ask(callback, "GET", { query, headers: { cookie } });
  expect(response.status).toBe(303);
  const session = response.headers.getSetCookie().find((one) => one.startsWith("dateline-session="));
  return { to: response.headers.get("location"), session: session?.split(";")[0] ?? null, response };
}

async function signIn() {
  const { address, cookie } = await leave();
  return comeBack(provider.authorize(address).query, cookie);
}

const toReason = async () => {
  const entry = await db.auditEntry.findFirstOrThrow({
    ...{ where: { kind: "sign-in-failed" }, orderBy: { id: "desc" } },
  });
  return JSON.stringify(entry.detail);
};

describe("signing in by a provider", () => {
  it("makes no first account: the program would have no owner", async () => {
    expect((await signIn()).to).toBe(FAILED);
    expect(await db.user.count()).toBe(0);
    await addAccount(db, "Root", true);
  });

  it("asks with a state, a nonce and a challenge, and keeps what answers them from scripts", async () => {
    const { address, header } = await leave();
    const { asked } = provider.authorize(address);
    expect(Object.fromEntries(asked)).toEqual({
      ...{ client_id: "dateline", response_type: "code", scope: "openid email profile" },
      redirect_uri: "http://127.0.0.1:3000/api/v1/oidc/callback",
      ...{ state: expect.stringMatching(/^.{43}$/), nonce: expect.stringMatching(/^.{43}$/) },
      ...{ code_challenge: expect.stringMatching(/^.{43}$/), code_challenge_method: "S256" },
    });
    expect(header).toMatch(/^dateline-oidc=\S+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it("makes an account without rights in any dossier, and knows it again", async () => {
    const first = await signIn();
    expect(first.to).toBe("/new");
    const cookie = first.session ?? "";
    const { items } = await (await ask(sessions, "GET", { headers: { cookie } })).json();
    expect(items).toHaveLength(1);
    const user = await db.user.findUniqueOrThrow({ where: { email: "eva@desk.example" } });
    expect(user).toMatchObject({ name: "Eva Ruiz", emailVerified: true, isAdministrator: false });
    expect(await db.member.count({ where: { userId: user.id } })).toBe(0);
    const second = await signIn();
    expect(second.session).not.toBe(first.session);
    expect(await db.user.count()).toBe(2);
    // Also with another address: the provider's name for her counts.
    provider.lie = { claims: { email: "eva.ruiz@desk.example" } };
    expect((await signIn()).session).not.toBeNull();
    expect(await db.user.count()).toBe(2);
    const written = await ask(dossiers, "POST", { body: { nothing: true }, headers: { cookie } });
    expect(written.status).toBe(422);
  });

  it("takes over no account that was made otherwise, though the address is the same", async () => {
    await addAccount(db, "Ben");
    provider.lie = { claims: { sub: "not-ben", email: toEmail("Ben") } };
    expect((await signIn()).session).toBeNull();
    expect(await toReason()).toContain("signs in another way");
    const ben = await db.user.findUniqueOrThrow({
      where: { email: toEmail("Ben") },
      include: { credentials: true },
    });
    expect(ben.credentials.map(({ providerId }) => providerId)).toEqual(["credential"]);
    expect(await db.session.count({ where: { userId: ben.id } })).toBe(0);
  });

  it.each<[string, OidcProvider["lie"]]>([
    ["the nonce of another attempt", { claims: { nonce: "x".repeat(43) } }],
    ["no nonce", { claims: { nonce: undefined } }],
    ["a token for another program", { claims: { aud: "another" } }],
    ["a token of another provider", { claims: { iss: "https://login.example.org" } }],
    ["a token that is over", { claims: { exp: 1_000_000_000 } }],
    ["a token that another key has signed", { key: "unknown" }],
    ["an address that nobody has verified", { claims: { email_verified: false } }],
    ["an address of which that is not said", { claims: { email_verified: undefined } }],
    ["an address that is verified by a word", { claims: { email_verified: "true" } }],
    ["no address", { claims: { email: undefined } }],
    ["no name of its own for somebody", { claims: { sub: undefined } }],
  ])("is refused with %s", async (_, lie) => {
    const [users, before] = [await db.user.count(), await db.session.count()];
    provider.lie = lie;
    const { to, session } = await signIn();
    expect([to, session]).toEqual([FAILED, null]);
    expect([await db.user.count(), await db.session.count()]).toEqual([users, before]);
  });

  it("is refused to a browser that did not begin it, and twice", async () => {
    const { address, cookie } = await leave();
    const { query } = provider.authorize(address);
    // An attacker's own answer in somebody else's browser: without an attempt, and within another.
    expect((await comeBack(query, "")).to).toBe(FAILED);
    expect((await comeBack(query, (await leave()).cookie)).to).toBe(FAILED);
    expect((await comeBack(query, `${cookie.slice(0, -1)}!`)).to).toBe(FAILED);
    const done = await comeBack(query, cookie);
    expect(done.session).not.toBeNull();
    expect(done.response.headers.getSetCookie()).toContain(
      "dateline-oidc=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax",
    );
    expect((await comeBack(query, cookie)).to).toBe(FAILED);
  });

  it("is refused where the answer comes from another provider than was asked", async () => {
    for (const iss of ["https://evil.example", null]) {
      const { address, cookie } = await leave();
      const query = new URLSearchParams(provider.authorize(address).query);
      if (iss === null) query.delete("iss");
      else query.set("iss", iss);
      expect((await comeBack(`?${query}`, cookie)).to).toBe(FAILED);
    }
  });

  it("is refused after ten minutes, and where the provider says no", async () => {
    const { address, cookie } = await leave();
    const state = provider.authorize(address).asked.get("state");
    expect((await comeBack(`?error=access_denied&state=${state}&iss=${provider.issuer}`, cookie)).to).toBe(
      FAILED,
    );
    const late = toOidcCookie({ state: "s", nonce: "n", verifier: "v", to: "/" }, Date.now() - 601_000);
    expect((await comeBack("?code=x&state=s", late.split(";")[0] ?? "")).to).toBe(FAILED);
    expect(await toReason()).toContain("too long ago");
  });

  it("leads nowhere but into this program", async () => {
    const { address, cookie } = await leave("//evil.example/");
    expect((await comeBack(provider.authorize(address).query, cookie)).to).toBe("/");
  });

  it("is not there without a provider", async () => {
    vi.stubEnv("DATELINE_OIDC_ISSUER", "");
    vi.stubEnv("DATELINE_OIDC_CLIENT_ID", "");
    vi.stubEnv("DATELINE_OIDC_CLIENT_SECRET", "");
    try {
      expect((await ask(begin, "GET")).status).toBe(404);
      expect((await ask(callback, "GET")).status).toBe(404);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("says that it failed where the provider is away", async () => {
    vi.stubEnv("DATELINE_OIDC_ISSUER", "http://127.0.0.1:9");
    try {
      const response = await ask(begin, "GET");
      expect([response.status, response.headers.get("location")]).toEqual([303, FAILED]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
