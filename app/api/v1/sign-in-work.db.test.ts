import { verifyPassword } from "better-auth/crypto";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { database } from "@/server/db";
import { addAccount, ask, PASSWORD, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import * as signIn from "./sign-in/route";

// Not replaced, only counted: what it costs to check a password is all that could be measured from outside.
vi.mock("better-auth/crypto", async (load) => {
  const library = await load<typeof import("better-auth/crypto")>();
  return { ...library, verifyPassword: vi.fn(library.verifyPassword) };
});
vi.setConfig({ testTimeout: 60_000 });

const { db, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(() => database().$disconnect());

await addAccount(db, "Ana");
const withoutPassword = await addAccount(db, "Ben");
await db.credential.deleteMany({ where: { userId: withoutPassword } });

beforeEach(() => void vi.mocked(verifyPassword).mockClear());

it.each([
  ["with a wrong password", { email: toEmail("Ana"), password: "a wrong password" }],
  ["of an address that nobody has", { email: toEmail("Nobody"), password: PASSWORD }],
  ["of an account without a password", { email: toEmail("Ben"), password: PASSWORD }],
  ["with an empty password", { email: toEmail("Nobody"), password: "" }],
])("an attempt %s checks one password, as long as any", async (_, body) => {
  const response = await ask(signIn, "POST", { body });
  expect(response.status).toBe(401);
  expect((await response.json()).detail).toBe("The e-mail address or the password is wrong.");
  expect(vi.mocked(verifyPassword)).toHaveBeenCalledTimes(1);
  const [asked] = vi.mocked(verifyPassword).mock.lastCall ?? [];
  expect(asked?.hash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  expect(asked?.password).toBe(body.password);
});

it("whoever is right is let in by the same", async () => {
  const response = await ask(signIn, "POST", { body: { email: toEmail("Ana"), password: PASSWORD } });
  expect(response.status).toBe(200);
  expect(vi.mocked(verifyPassword)).toHaveBeenCalledTimes(1);
});
