import { resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ACCESS, isWrite, type Method, type RouteName } from "@/server/access/table";
import { type Allowance, OF_ACCOUNT, OF_ADDRESS, ownWriteLimit } from "@/server/access/write-limit";
import { database } from "@/server/db";
import { addAccount, ask, PASSWORD, toCookie, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { ProblemSchema } from "@/wire/problem";
import * as dossiers from "./dossiers/route";
import * as signIn from "./sign-in/route";

const { db, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(() => database().$disconnect());

const HOUSE = { "x-dateline-peer": "203.0.113.9" };
const OTHER_HOUSE = { "x-dateline-peer": "203.0.113.10" };
const PARAMS = { slug: "x", event: "x", source: "x", citation: "x", id: "x", member: "x", change: "x" };
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const WRITES = (Object.keys(ACCESS) as RouteName[]).flatMap((route) =>
  METHODS.filter((method) => method in ACCESS[route] && isWrite(route, method)).map((method) => ({
    ...{ route, method },
  })),
);

await addAccount(db, "Ana", true);
const session = toCookie(
  await ask(signIn, "POST", { body: { email: toEmail("Ana"), password: PASSWORD }, headers: OTHER_HOUSE }),
);

/** Takes all that a caller may at this moment; `refuse` is asked at most so often. */
async function spend(headers: Record<string, string>, most: number): Promise<Response> {
  for (let times = 0; times <= most; times++) {
    const response = await ask(dossiers, "POST", { body: {}, headers });
    if (response.status === 429) return response;
    expect([401, 422]).toContain(response.status);
  }
  return expect.fail(`Not refused after ${most} writes.`);
}

/** Takes all that a caller may within the next minute. */
function spendAhead(caller: string, allowance: Allowance): void {
  while (ownWriteLimit().take(caller, allowance, performance.now() + 60_000) === null);
}

it("refuses whoever is not signed in after so many of an address, at every route that writes", async () => {
  // The pause of each may give some back meanwhile.
  const refused = await spend(HOUSE, OF_ADDRESS.atOnce + 120);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(refused.headers.get("retry-after"))).toBe(1);
  expect(ProblemSchema.parse(await refused.json()).detail).toContain("Try again in a second.");
  expect(WRITES.length).toBeGreaterThan(40);
  // None of it comes back while the others are asked.
  spendAhead("address 203.0.113.9", OF_ADDRESS);
  for (const { route, method } of WRITES) {
    const handlers: object = await import(/* @vite-ignore */ resolve(`app${route}/route.ts`));
    const handle = Object.entries(handlers).find(([name]) => name === method)?.[1];
    const request = new Request("http://localhost:3000/x", {
      ...{ method, headers: { host: "localhost:3000", ...HOUSE } },
    });
    const response: Response = await handle(request, { params: Promise.resolve(PARAMS) });
    expect([route, method, response.status]).toEqual([route, method, 429]);
  }
  const elsewhere = await ask(dossiers, "POST", { body: {}, headers: OTHER_HOUSE });
  expect(elsewhere.status).toBe(401);
  expect((await ask(dossiers, "GET", { headers: HOUSE })).status).toBe(200);
}, 60_000);

it("counts an account by itself, wherever it writes from, before anything is read of what it sends", async () => {
  const { id } = await db.user.findFirstOrThrow();
  const write = () =>
    ask(dossiers, "POST", {
      ...{ body: { title: "One more", zone: "UTC", slug: "one-more" } },
      headers: { ...HOUSE, cookie: session },
    });
  // The house's own is spent; the account's is not.
  expect((await ask(dossiers, "POST", { body: {}, headers: { ...HOUSE, cookie: session } })).status).toBe(
    422,
  );
  spendAhead(`session of ${id}`, OF_ACCOUNT);
  const refused = await write();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
  expect(await db.dossier.count()).toBe(0);
});
