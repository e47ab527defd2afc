import { afterAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import * as signIn from "@/app/api/v1/sign-in/route";
import { LIMITS } from "@/core/record/limits";
import { database } from "@/server/db";
import { addAccount, ask, PASSWORD, toCookie, toEmail } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { countRows } from "@/test/hazards/count-rows";
import { openHand } from "@/test/hazards/every-write";
import { isAlong, type Path, put, toTexts } from "@/test/hazards/json";
import { PASSWORD_LENGTHS } from "@/wire/account";
import { ProblemSchema } from "@/wire/problem";

// How long each text of each write may be: what is as long as it may is taken, one character more is refused by the
// name of the field, and nothing is written. A field that is added fails here until it has a row.

vi.setConfig({ testTimeout: 120_000 });

const { db, pool, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.DATELINE_SECRET = "a secret of these tests, long enough";
afterAll(() => database().$disconnect());

await addAccount(db, "Root", true);
const memberId = await addAccount(db, "Ben");
const session = toCookie(await ask(signIn, "POST", { body: { email: toEmail("Root"), password: PASSWORD } }));
const { send, writes } = await openHand(db, session, memberId);

type Long = { readonly most: number; readonly toText: (length: number) => string };

// Of characters beyond the first plane there are two UTF-16 units, and one is counted.
const text = (most: number): Long => ({ most, toText: (length) => `🌊${"x".repeat(length - 1)}` });
const plain = (most: number, before = ""): Long => ({
  ...{ most, toText: (length) => before + "a".repeat(length - before.length) },
});

// Whatever is made of one letter alone is refused for that.
const PHRASE: Long = {
  most: PASSWORD_LENGTHS.most,
  toText: (length) => "wet paint on the bench ".repeat(9).slice(0, length),
};

/** By field; after a dot only within another. What is no text of its own length says why. */
const ROWS: Readonly<Record<string, Long | string>> = {
  title: text(LIMITS.title),
  summary: text(LIMITS.summary),
  reason: text(LIMITS.note),
  publisher: text(LIMITS.name),
  byline: text(LIMITS.name),
  text: text(LIMITS.text),
  url: plain(LIMITS.url, "https://example.org/"),
  slug: plain(LIMITS.slug),
  placeRule: text(LIMITS.note),
  timeRule: text(LIMITS.note),
  speaker: text(LIMITS.note),
  "place.name": text(LIMITS.name),
  "origin.name": text(LIMITS.name),
  "actor.name": text(LIMITS.name),
  "participations.role": text(LIMITS.name),
  "place.slug": "names a place that is there",
  "origin.slug": "names a place that is there",
  "participations.actor": "names an actor that is there",
  // Of accounts.
  name: text(100),
  token: text(100),
  email: plain(254, "a@"),
  ...Object.fromEntries(["password", "current", "next"].map((name) => [name, PHRASE])),
  // Of a set or a form that is checked as such; hazards.db.test.ts sends a megabyte to each.
  ...toRows("names what is there", ["source", "event", "into", "to", "dossier"]),
  ...toRows("stands in the text", ["exact", "timeWords", "placeWords"]),
  ...toRows("has a form", [
    "zone",
    "language",
    "when",
    "publishedOn",
    "retrievedOn",
    "document",
    "countryCode",
  ]),
  ...toRows("is an id", ["basis", "id", "citations"]),
  ...toRows("is one of few", ["assertion", "category", "coverage", "publishes", "precision", "kind"]),
  ...toRows("is one of few", ["take", "role", "scope", "visibility"]),
};

function toRows(why: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}

function toRow(path: Path): Long | string | undefined {
  const [outer, own] = path.filter((name) => typeof name === "string").slice(-2);
  return own === undefined ? ROWS[outer ?? ""] : (ROWS[`${outer}.${own}`] ?? ROWS[own]);
}

for (const write of writes) {
  describe(write.name, () => {
    it("takes each text as long as it may be, and not one character more", async () => {
      const wrong: unknown[] = [];
      const paths = toTexts((await write.toExample()).body);
      expect(paths.filter((path) => toRow(path) === undefined).map((path) => path.join("."))).toEqual([]);
      for (const path of paths) {
        const row = toRow(path);
        if (row === undefined || typeof row === "string") continue;
        const attempt = async (length: number) => {
          const { params, body } = await write.toExample();
          const before = await countRows(pool);
          const response = await send(write, params, JSON.stringify(put(body, path, row.toText(length))));
          const answer = await response.text();
          const { faults = [] } = response.ok ? {} : ProblemSchema.parse(JSON.parse(answer));
          const isNamed = faults.some(({ parameter }) => isAlong(parameter, path));
          const isWhole = JSON.stringify(await countRows(pool)) === JSON.stringify(before);
          return { status: response.status, isNamed, isWhole, answer: answer.slice(0, 300) };
        };
        const most = await attempt(row.most);
        // By such tokens and passwords nobody gets in; but that is not for their length.
        const isTaken = isOfAccounts(write.path) ? most.status < 500 : most.status < 300;
        if (!isTaken || (most.isNamed && path[0] !== "current"))
          wrong.push([path.join("."), "at most", most]);
        const more = await attempt(row.most + 1);
        if (more.status !== 422 || !more.isNamed || !more.isWhole) wrong.push([path.join("."), "more", more]);
      }
      expect(wrong).toEqual([]);
    });
  });
}

it("has an example of every text that the schemas of the writes know", async () => {
  const missing: string[] = [];
  for (const { name, schema } of writes) {
    const base = name.replace(/ \(\d+\)$/, "");
    const examples = await Promise.all(
      writes.filter((write) => write.name.startsWith(base)).map((write) => write.toExample()),
    );
    const given = new Set(examples.flatMap(({ body }) => toTexts(body)).map(toPlace));
    const known = toSchemaTexts(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema);
    missing.push(...known.filter((place) => !given.has(place)).map((place) => `${base}: ${place}`));
  }
  expect([...new Set(missing)]).toEqual([]);
});

type Schema = {
  readonly type?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
};

function toPlace(path: Path): string {
  return path.map((name) => (typeof name === "number" ? "*" : name)).join(".");
}

function toSchemaTexts(schema: Schema, place = "", all: Schema = schema): readonly string[] {
  const target = schema.$ref && all.$defs?.[schema.$ref.replace("#/$defs/", "")];
  if (target) return toSchemaTexts(target, place, all);
  const within = (name: string) => (place === "" ? name : `${place}.${name}`);
  if (schema.type === "string" && schema.enum === undefined && schema.const === undefined) {
    // None is needed of what may be left out, such as the bytes of a text that was typed.
    return place.endsWith("document") ? [] : [place];
  }
  return [
    ...(schema.anyOf ?? []).flatMap((one) => toSchemaTexts(one, place, all)),
    ...(schema.oneOf ?? []).flatMap((one) => toSchemaTexts(one, place, all)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      toSchemaTexts(one, within(name), all),
    ),
    ...(schema.items ? toSchemaTexts(schema.items, within("*"), all) : []),
  ];
}

function isOfAccounts(path: string): boolean {
  return !path.startsWith("/api/v1/dossiers") && path !== "/api/v1/keys";
}
