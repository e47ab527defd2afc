import { afterAll, describe, expect, it, vi } from "vitest";
import * as signIn from "@/app/api/v1/sign-in/route";
import { isSlug } from "@/core/record/limits";
import { database } from "@/server/db";
import { addAccount, ask, PASSWORD, toCookie, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { countRows } from "@/test/hazards/count-rows";
import { openHand, type Write } from "@/test/hazards/every-write";
import { isAlong, type Json, put, toTexts } from "@/test/hazards/json";
import { auditNewsroom } from "@/test/newsroom/audit";
import { type Problem, ProblemSchema } from "@/wire/problem";

// Each field of each write is given what no field can take: the answer has to name it, and nothing may be written.

vi.setConfig({ testTimeout: 120_000 });

const { db, pool, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(() => database().$disconnect());

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

await addAccount(db, "Root", true);
const memberId = await addAccount(db, "Ben");
const session = toCookie(await ask(signIn, "POST", { body: { email: toEmail("Root"), password: PASSWORD } }));
const { send, writes } = await openHand(db, session, memberId);
await db.member.create({
  data: { dossierId: (await db.dossier.findFirstOrThrow()).id, userId: memberId, role: "reader" },
});

for (const write of writes) {
  describe(write.name, () => {
    it("is refused by the name of the field that no text can be, and nothing is written", async () => {
      const { params, body } = await write.toExample();
      const before = await countRows(pool);
      const wrong: unknown[] = [];
      for (const path of toTexts(body)) {
        for (const [hazard, value] of Object.entries(FATAL)) {
          // A text of a source may be that long.
          if (path.at(-1) === "text" && value === ENDLESS) continue;
          const response = await send(write, params, JSON.stringify(put(body, path, value)));
          const { status, faults = [] } = toProblem(response, await response.json());
          const isNamed = faults.some(({ parameter }) => isAlong(parameter, path));
          const isTooLong = status === 413;
          if (!isTooLong && !(status === 422 && isNamed)) {
            wrong.push([path.join("."), hazard, status, faults.map(({ parameter }) => parameter)]);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(await countRows(pool)).toEqual(before);
    });

    it("is refused with a field that there is not, by its name", async () => {
      const { params, body } = await write.toExample();
      const before = await countRows(pool);
      for (const name of ["unknown", "constructor", "toString"]) {
        const response = await send(write, params, JSON.stringify({ ...body, [name]: "x" }));
        const { status, faults = [] } = ProblemSchema.parse(await response.json());
        expect([status, faults.map(({ parameter }) => parameter)]).toEqual([422, [name]]);
      }
      const [first = "x"] = Object.keys(body);
      const proto = `{"__proto__": {"isAdministrator": true}${JSON.stringify(body)
        .replace(/^\{(?!\})/, ", ")
        .replace(/^\{/, "")}`;
      const deep = `{"${first}": ${"[".repeat(5000)}${"]".repeat(5000)}}`;
      for (const sent of [proto, deep, "", "null", "[]", "{", '"x"', "1e999"]) {
        // To say nothing is to change nothing, where nothing has to be said.
        if (sent === "" && write.schema.safeParse({}).success) continue;
        const { status } = await send(write, params, sent);
        expect([400, 413, 422], sent.slice(0, 80)).toContain(status);
      }
      expect(Object.hasOwn(Object.prototype, "isAdministrator")).toBe(false);
      expect(await countRows(pool)).toEqual(before);
    });
  });
}

it("takes odd texts as they are, or refuses them by name", async () => {
  const wrong: unknown[] = [];
  for (const [at, write] of writes.filter(isLasting).entries()) {
    const { body } = await write.toExample();
    for (const [turn, path] of toTexts(body).entries()) {
      // Not each with each: over all fields every text has its turn many times.
      for (const text of [0, 7].map((step) => ODD[(at + turn + step) % ODD.length] ?? "")) {
        const example = await write.toExample();
        const before = await countRows(pool);
        const response = await send(write, example.params, JSON.stringify(put(example.body, path, text)));
        const answer = await response.text();
        if (response.ok) continue;
        const { status, faults = [], detail } = ProblemSchema.parse(JSON.parse(answer));
        const isNamed = status === 422 && faults.some(({ parameter }) => isAlong(parameter, path));
        const isWhole = JSON.stringify(await countRows(pool)) === JSON.stringify(before);
        if (!isNamed || !isWhole)
          wrong.push([write.name, path.join("."), text, status, detail, faults, isWhole]);
      }
    }
  }
  expect(wrong).toEqual([]);
  await auditNewsroom(db, "hazards");
});

it("finds nothing by a name that nothing can have", async () => {
  for (const name of [NUL, LONE, ENDLESS, ...ODD.filter((text) => !isSlug(text))]) {
    for (const write of writes.filter(({ path }) => path.includes("{"))) {
      const { params, body } = await toFirst(write);
      for (const param of Object.keys(params)) {
        const response = await send(write, { ...params, [param]: name }, JSON.stringify(body));
        expect([404, 422], `${write.name} ${param} ${name.slice(0, 40)}`).toContain(response.status);
      }
    }
  }
});

it("signs nobody in by such an address or password", async () => {
  const before = await db.session.count();
  for (const value of Object.values(FATAL)) {
    for (const field of ["email", "password"]) {
      const body = { email: toEmail("Root"), password: PASSWORD, [field]: value };
      expect([413, 422]).toContain((await ask(signIn, "POST", { body })).status);
    }
  }
  expect(await db.session.count()).toBe(before);
});

function toProblem({ ok, status }: Response, body: unknown): Partial<Problem> {
  return ok ? { status } : ProblemSchema.parse(body);
}

/** Whether it writes what odd texts may stand in; those of accounts are held by what no text can be. */
function isLasting({ path }: Write): boolean {
  return path.startsWith("/api/v1/dossiers") || path === "/api/v1/keys";
}

const firsts = new Map<Write, Awaited<ReturnType<Write["toExample"]>>>();

/** One example, made once, for requests of which none is done. */
async function toFirst(write: Write) {
  const first = firsts.get(write) ?? (await write.toExample());
  firsts.set(write, first);
  return first;
}
