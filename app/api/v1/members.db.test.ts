import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as dossierAudit from "@/app/api/v1/dossiers/[slug]/audit/route";
import * as invitation from "@/app/api/v1/dossiers/[slug]/invitations/[invitation]/route";
import * as invitations from "@/app/api/v1/dossiers/[slug]/invitations/route";
import * as live from "@/app/api/v1/dossiers/[slug]/live/route";
import * as member from "@/app/api/v1/dossiers/[slug]/members/[member]/route";
import * as members from "@/app/api/v1/dossiers/[slug]/members/route";
import * as dossier from "@/app/api/v1/dossiers/[slug]/route";
import * as accept from "@/app/api/v1/invitation/accept/route";
import * as invited from "@/app/api/v1/invitation/route";
import * as signIn from "@/app/api/v1/sign-in/route";
import { database } from "@/server/db";
import { ownListener } from "@/server/live/own-listener";
import { addAccount, ask, PASSWORD, toCookie, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { makeEvent, openDesk } from "@/test/newsroom/desk";

// Hashing a password is slow on purpose, and more so on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const { db, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(async () => {
  ownListener().endAll();
  await database().$disconnect();
});

const params = { slug: "quiet" };
const ids: Record<string, string> = {};
const cookies: Record<string, string> = {};
let dossierId = "";
let desk: Awaited<ReturnType<typeof openDesk>>;

const enter = async (name: string) => {
  const response = await ask(signIn, "POST", { body: { email: toEmail(name), password: PASSWORD } });
  expect(response.status).toBe(200);
  return toCookie(response);
};
const as = (name: string) => ({ cookie: cookies[name] ?? "" });
const invite = async (role: string, name = "Ana") => {
  const made = await ask(invitations, "POST", { params, body: { role }, headers: as(name) });
  expect(made.status).toBe(201);
  const { id, path } = await made.json();
  return { id: String(id), token: String(path).replace("/join#", "") };
};
const toRole = async (name: string) =>
  (await db.member.findFirst({ where: { dossierId, userId: ids[name] ?? "" } }))?.role ?? null;
const isSeenBy = async (name: string) =>
  (await ask(dossier, "GET", { params, headers: as(name) })).status === 200;

beforeAll(async () => {
  for (const name of ["Root", "Ana", "Ben", "Cleo"]) {
    ids[name] = await addAccount(db, name, name === "Root");
    cookies[name] = await enter(name);
  }
  desk = await openDesk(db, "quiet");
  const { id } = await db.dossier.update({ where: { slug: "quiet" }, data: { visibility: "private" } });
  dossierId = id;
  await db.member.create({ data: { dossierId, userId: ids.Ana ?? "", role: "owner" } });
});

describe("an invitation", () => {
  it("makes whoever is signed in a member, once", async () => {
    const { token } = await invite("contributor");
    expect(await isSeenBy("Ben")).toBe(false);
    const taken = await Promise.all(
      ["Ben", "Cleo"].map((name) => ask(accept, "POST", { body: { token }, headers: as(name) })),
    );
    expect(taken.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    expect([await toRole("Ben"), await toRole("Cleo")].toSorted()).toEqual(["contributor", null]);
    expect((await ask(accept, "POST", { body: { token }, headers: as("Cleo") })).status).toBe(403);
    await db.member.deleteMany({ where: { dossierId, userId: { in: [ids.Ben ?? "", ids.Cleo ?? ""] } } });
  });

  it("tells its holder the title and the role, and nobody else anything", async () => {
    const { token } = await invite("reader");
    const told = await ask(invited, "POST", { body: { token } });
    expect(await told.json()).toEqual({ title: "Dossier quiet", role: "reader" });
    expect((await ask(invited, "POST", { body: { token: `${token}x` } })).status).toBe(403);
    expect(JSON.stringify(await db.invitation.findMany())).not.toContain(token);
  });

  it("makes an account for whoever has none, and signs it in", async () => {
    const { token } = await invite("editor");
    const account = { name: "Dora Vale", email: " Dora@Desk.example", password: "nine odd lanterns" };
    const faults = async (asked: object) => {
      const response = await ask(accept, "POST", { body: { token, account: { ...account, ...asked } } });
      expect(response.status).toBe(422);
      const { faults: told } = await response.json();
      return told.map(({ parameter }: { parameter: string }) => parameter);
    };
    // What is wrong with an account uses nothing up.
    expect(await faults({ password: "password1" })).toEqual(["account.password"]);
    expect(await faults({ email: toEmail("Ben") })).toEqual(["account.email"]);
    expect(await faults({ isAdministrator: true })).toEqual(["account.isAdministrator"]);
    expect((await ask(accept, "POST", { body: { token } })).status).toBe(401);
    expect((await ask(accept, "POST", { body: { token, account }, headers: as("Ben") })).status).toBe(409);
    const made = await ask(accept, "POST", { body: { token, account } });
    expect([made.status, await made.clone().json()]).toEqual([200, { dossier: "quiet" }]);
    cookies.Dora = toCookie(made);
    expect(await isSeenBy("Dora")).toBe(true);
    const stored = await db.user.findUniqueOrThrow({ where: { email: "dora@desk.example" } });
    expect(stored.isAdministrator).toBe(false);
    ids.Dora = stored.id;
    expect(await toRole("Dora")).toBe("editor");
  });

  it("is not good after a week, nor once it is taken back", async () => {
    const [late, revoked] = [await invite("reader"), await invite("owner")];
    const path = { ...params, invitation: revoked.id };
    expect((await ask(invitation, "DELETE", { params: path, headers: as("Dora") })).status).toBe(403);
    expect((await ask(invitation, "DELETE", { params: path, headers: as("Ana") })).status).toBe(204);
    expect((await ask(invitation, "DELETE", { params: path, headers: as("Ana") })).status).toBe(404);
    const use = async (token: string) =>
      (await ask(accept, "POST", { body: { token }, headers: as("Cleo") })).status;
    expect(await use(revoked.token)).toBe(403);
    const list = async () => {
      const { items } = await (await ask(invitations, "GET", { params, headers: as("Ana") })).json();
      return items.map(({ id }: { id: string }) => id);
    };
    expect(await list()).toContain(late.id);
    await db.invitation.update({
      ...{ where: { dossierId_id: { dossierId, id: late.id } }, data: { expiresAt: new Date() } },
    });
    expect(await use(late.token)).toBe(403);
    expect(await list()).not.toContain(late.id);
    expect(await toRole("Cleo")).toBeNull();
  });

  it("takes no greater role from anybody, and gives one", async () => {
    const { token } = await invite("reader");
    expect((await ask(accept, "POST", { body: { token }, headers: as("Ana") })).status).toBe(200);
    expect(await toRole("Ana")).toBe("owner");
    const more = await invite("owner");
    expect((await ask(accept, "POST", { body: { token: more.token }, headers: as("Dora") })).status).toBe(
      200,
    );
    expect(await toRole("Dora")).toBe("owner");
  });
});

describe("a member", () => {
  const change = async (by: string, of: string, role: string | null) => {
    const asked = { params: { ...params, member: ids[of] ?? "" }, headers: as(by) };
    const response =
      role === null
        ? await ask(member, "DELETE", asked)
        : await ask(member, "PUT", { ...asked, body: { role } });
    return response.status;
  };

  it("is listed for owners alone", async () => {
    const { items } = await (await ask(members, "GET", { params, headers: as("Ana") })).json();
    expect(items.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ["Ana", "owner"],
      ["Dora Vale", "owner"],
    ]);
    expect((await ask(members, "GET", { params, headers: as("Ben") })).status).toBe(404);
  });

  it("is lowered and sent away, but not the last owner, by whomever", async () => {
    // Two owners lower each other at once: one stays.
    const both = await Promise.all([change("Ana", "Dora", "editor"), change("Dora", "Ana", "editor")]);
    expect(both.toSorted()).toContain(200);
    expect(await db.member.count({ where: { dossierId, role: "owner" } })).toBe(1);
    await db.member.updateMany({ where: { dossierId, userId: ids.Ana ?? "" }, data: { role: "owner" } });
    await db.member.updateMany({ where: { dossierId, userId: ids.Dora ?? "" }, data: { role: "editor" } });
    for (const by of ["Ana", "Root"]) {
      expect(await change(by, "Ana", "editor")).toBe(409);
      expect(await change(by, "Ana", null)).toBe(409);
    }
    expect(await change("Dora", "Dora", "owner")).toBe(403);
    expect(await change("Ana", "Root", "reader")).toBe(404);
    expect(await change("Ana", "Dora", "reader")).toBe(200);
    expect(await toRole("Dora")).toBe("reader");
  });

  it.each(["private", "public"])("who is sent away hears no more of a %s dossier", async (visibility) => {
    await db.dossier.update({ where: { id: dossierId }, data: { visibility } });
    const where = { dossierId_userId: { dossierId, userId: ids.Dora ?? "" } };
    await db.member.upsert({
      ...{ where, update: { role: "reader" } },
      create: { dossierId, userId: ids.Dora ?? "", role: "reader" },
    });
    const stream = await ask(live, "GET", { params, headers: as("Dora") });
    expect(stream.status).toBe(200);
    const reader = stream.body?.getReader();
    await reader?.read();
    await vi.waitFor(() => expect(ownListener().size).toBe(1));
    expect(await change("Ana", "Dora", null)).toBe(204);
    await makeEvent(desk, { title: `After ${visibility}` });
    let last = await reader?.read();
    while (last?.done === false) {
      expect(new TextDecoder().decode(last.value)).not.toContain("event: change");
      last = await reader?.read();
    }
    expect(last).toEqual({ done: true, value: undefined });
    expect(ownListener().size).toBe(0);
  });

  it("is told of in the record of the dossier, without addresses", async () => {
    const response = await ask(dossierAudit, "GET", { params, headers: as("Ana") });
    const { items } = await response.json();
    const lowered = items.find(({ detail }: { detail: { to?: string } }) => detail.to === "reader");
    expect(lowered).toMatchObject({
      ...{ kind: "role-changed", account: "Ana", dossier: "quiet", address: null },
      detail: { account: "Dora Vale", from: "editor", to: "reader" },
    });
    expect(new Set(items.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(["invited", "invitation-revoked", "role-changed"]),
    );
    const first = await (
      await ask(dossierAudit, "GET", { params, query: "?limit=2", headers: as("Ana") })
    ).json();
    const query = `?limit=2&cursor=${first.next}`;
    const second = await (await ask(dossierAudit, "GET", { params, query, headers: as("Ana") })).json();
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 4));
  });
});
