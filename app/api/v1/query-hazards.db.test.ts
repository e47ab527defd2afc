import { resolve } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import * as signIn from "@/app/api/v1/sign-in/route";
import { database } from "@/server/db";
import { ownListener } from "@/server/live/own-listener";
import { addAccount, ask, PASSWORD, toCookie, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { countRows } from "@/test/hazards/count-rows";
import { openHand } from "@/test/hazards/every-write";
import { toOpenApi } from "@/wire/openapi";
import { ProblemSchema } from "@/wire/problem";

// Every parameter of every resource that can be read, as the description of the interface names them, is given what
// nobody means: the answer is what was asked for or a reason, never a failure, and nothing is written.

vi.setConfig({ testTimeout: 120_000 });

const { db, pool, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(async () => {
  ownListener().endAll();
  await database().$disconnect();
});

await addAccount(db, "Root", true);
const memberId = await addAccount(db, "Ben");
const cookie = toCookie(await ask(signIn, "POST", { body: { email: toEmail("Root"), password: PASSWORD } }));
await openHand(db, cookie, memberId);
const { slug: event } = await db.event.findFirstOrThrow();
const PARAMS = { slug: "hazards", event, source: "report", proposal: "0".repeat(36), id: "0".repeat(36) };

type Read = { readonly path: string; readonly parameters: readonly string[] };

type Described = { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

const READS = Object.entries((toOpenApi() as Described).paths)
  .filter(([, item]) => "get" in item)
  .map(([path, { get }]): Read => {
    const { parameters = [] } = get as { parameters?: readonly { name: string; in: string }[] };
    return { path, parameters: parameters.filter((one) => one.in === "query").map(({ name }) => name) };
  });

/** As they stand in an address, so that there is more in it than a URL would let through. */
const HAZARDS: readonly string[] = [
  ...[
    "",
    "%00",
    "a%00b",
    "%ED%A0%BD",
    "%FF%FE",
    "%E2%80%AEevil",
    "e%CC%81".repeat(50),
    "%F0%9F%91%A9%E2%80%8D",
  ],
  ...[
    "x".repeat(8000),
    "9".repeat(400),
    "-1",
    "0",
    "1e999",
    "NaN",
    "Infinity",
    "0x10",
    "1.5",
    " 1",
    "null",
    "true",
  ],
  ...[
    "__proto__",
    "constructor",
    "..%2F..%2Fetc%2Fpasswd",
    "%27%3B+drop+table+event%3B+--",
    "%5C%27+or+1%3D1",
  ],
  ...[
    "%25%5F%2A%3A%26%7C%21%28%29",
    "a%26+%7C+%21b%3A%2A",
    "%22unclosed",
    "%3Cscript%3E",
    "a%0D%0ASet-Cookie%3A+x",
  ],
  ...["-180,-90,180,90", "1,2,3", "181,0,181,0", "0,0,0,NaN", "2024-02-30", "0000-01-01", "10000-01-01"],
  ...["2024-01-01T24:00Z", "event%3Ax", "event%3A%00", "00000000-0000-0000-0000-000000000000", "W10", "e30="],
];

async function read(path: string, query: string): Promise<{ status: number; answer: string }> {
  const file = `app${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;
  const handlers: object = await import(/* @vite-ignore */ resolve(file));
  const handle = Object.entries(handlers).find(([name]) => name === "GET")?.[1];
  const request = new Request(`http://localhost:3000/api/v1/x?${query}`, {
    headers: { host: "localhost:3000", cookie },
  });
  const response: Response = await handle(request, { params: Promise.resolve(PARAMS) });
  // A stream of changes has no end.
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  if (isStream) await response.body?.cancel();
  return { status: response.status, answer: isStream ? "" : await response.text() };
}

it.each(READS)("$path", async ({ path, parameters }) => {
  const before = await countRows(pool);
  const wrong: unknown[] = [];
  for (const parameter of [...parameters, "unknown", "__proto__"]) {
    for (const hazard of HAZARDS) {
      for (const query of [`${parameter}=${hazard}`, `${parameter}=${hazard}&${parameter}=${hazard}`]) {
        const { status, answer } = await read(path, query);
        const isReason = status >= 400 && status < 500 && ProblemSchema.safeParse(JSON.parse(answer)).success;
        if (status !== 200 && status !== 303 && !isReason)
          wrong.push([query.slice(0, 80), status, answer.slice(0, 200)]);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await countRows(pool)).toEqual(before);
});

it("reads what the description of the interface names", () => {
  expect(READS.length).toBeGreaterThan(20);
  expect(READS.flatMap(({ parameters }) => parameters).length).toBeGreaterThan(30);
});
