import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as live from "@/app/api/v1/dossiers/[slug]/live/route";
import * as member from "@/app/api/v1/dossiers/[slug]/members/[member]/route";
import * as visibility from "@/app/api/v1/dossiers/[slug]/visibility/route";
import * as key from "@/app/api/v1/keys/[key]/route";
import * as keys from "@/app/api/v1/keys/route";
import * as password from "@/app/api/v1/password/route";
import * as sessions from "@/app/api/v1/sessions/route";
import * as signIn from "@/app/api/v1/sign-in/route";
import * as signOut from "@/app/api/v1/sign-out/route";
import { database } from "@/server/db";
import { ownListener } from "@/server/live/own-listener";
import { addAccount, ask, PASSWORD, toCookie, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { openDesk } from "@/test/newsroom/desk";

// Nothing is written while somebody listens: what ends a stream here is what was changed of who may see it.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

const { db, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(async () => {
  ownListener().endAll();
  await database().$disconnect();
});

const params = { slug: "heard" };
const SOON_MS = 1000;
const ids: Record<string, string> = {};
let dossierId = "";
let owner = {};

const enter = async (name: string) => ({
  cookie: toCookie(await ask(signIn, "POST", { body: { email: toEmail(name), password: PASSWORD } })),
});

beforeAll(async () => {
  for (const name of ["Ana", "Ben", "Cleo"]) ids[name] = await addAccount(db, name);
  await openDesk(db, params.slug);
  dossierId = (await db.dossier.findFirstOrThrow()).id;
  await setRole("Ana", "owner");
  owner = await enter("Ana");
});

async function setRole(name: string, role: string): Promise<void> {
  const userId = ids[name] ?? "";
  const where = { dossierId_userId: { dossierId, userId } };
  await db.member.upsert({ where, update: { role }, create: { dossierId, userId, role } });
}

/** Opens a stream; `ended` gives when it ended, on the clock of `performance`. */
async function listen(headers: Record<string, string>) {
  const before = ownListener().size;
  const response = await ask(live, "GET", { params, headers });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader() ?? expect.fail("There is no stream.");
  let isOpen = true;
  let heard = "";
  const ended = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      heard += new TextDecoder().decode(part.value);
    }
    isOpen = false;
    return performance.now();
  })();
  await vi.waitFor(() => expect(ownListener().size).toBe(before + 1));
  // That it was asked once, after it began to hear.
  await vi.waitFor(() => expect(heard).toContain(": asked"));
  return { ended, isOpen: () => isOpen, heard: () => heard, close: () => reader.cancel() };
}

type Listening = Awaited<ReturnType<typeof listen>>;

/** That what is done ends a stream within a second, and not another. */
async function expectEnd(
  ending: Listening,
  staying: Listening,
  work: () => Promise<Response>,
): Promise<void> {
  const { status } = await work();
  const done = performance.now();
  expect(status).toBeLessThan(300);
  expect((await ending.ended) - done).toBeLessThan(SOON_MS);
  expect(staying.isOpen()).toBe(true);
  await staying.close();
}

async function setVisibility(value: string): Promise<void> {
  await db.dossier.update({ where: { id: dossierId }, data: { visibility: value } });
}

describe.each(["private", "public"])("of a %s dossier a member hears until", (seen) => {
  beforeAll(() => setVisibility(seen));

  it("they are sent away", async () => {
    await setRole("Ben", "reader");
    const [ben, ana] = [await listen(await enter("Ben")), await listen(await enter("Ana"))];
    const remove = () =>
      ask(member, "DELETE", { params: { ...params, member: ids.Ben ?? "" }, headers: owner });
    await expectEnd(ben, ana, remove);
  });

  it("their role is another", async () => {
    await setRole("Ben", "editor");
    const [ben, ana] = [await listen(await enter("Ben")), await listen(await enter("Ana"))];
    const lower = () =>
      ask(member, "PUT", {
        ...{ params: { ...params, member: ids.Ben ?? "" }, headers: owner, body: { role: "reader" } },
      });
    await expectEnd(ben, ana, lower);
  });

  it("their session ends, by signing out or from elsewhere", async () => {
    await setRole("Ben", "reader");
    const [one, other] = [await enter("Ben"), await enter("Ben")];
    const first = await listen(one);
    await expectEnd(first, await listen(other), () => ask(signOut, "POST", { body: {}, headers: one }));
    const [second, third] = [await listen(await enter("Ben")), await listen(other)];
    await expectEnd(second, third, () => ask(sessions, "DELETE", { headers: other }));
  });

  it("their password is changed", async () => {
    await setRole("Ben", "reader");
    const session = await enter("Ben");
    const [ben, ana] = [await listen(session), await listen(await enter("Ana"))];
    const body = { current: PASSWORD, next: "wet paint on the bench" };
    await expectEnd(ben, ana, () => ask(password, "POST", { body, headers: session }));
    const back = { current: body.next, next: PASSWORD };
    const again = { email: toEmail("Ben"), password: body.next };
    const cookie = toCookie(await ask(signIn, "POST", { body: again }));
    expect((await ask(password, "POST", { body: back, headers: { cookie } })).status).toBe(200);
  });

  it("their key is revoked", async () => {
    await setRole("Ben", "reader");
    const session = await enter("Ben");
    const made = await ask(keys, "POST", { body: { name: "A script", scope: "read" }, headers: session });
    const { id, key: text } = await made.json();
    const [byKey, bySession] = [await listen({ authorization: `Bearer ${text}` }), await listen(session)];
    await expectEnd(byKey, bySession, () => ask(key, "DELETE", { params: { key: id }, headers: session }));
  });
});

it("whoever is no member hears until the dossier is private, at once", async () => {
  await setVisibility("public");
  const [nobody, cleo, ana] = [
    await listen({}),
    await listen(await enter("Cleo")),
    await listen(await enter("Ana")),
  ];
  const hide = () => ask(visibility, "PUT", { params, body: { visibility: "private" }, headers: owner });
  const asked = performance.now();
  await expectEnd(nobody, ana, hide);
  expect((await cleo.ended) - asked).toBeLessThan(SOON_MS);
});
