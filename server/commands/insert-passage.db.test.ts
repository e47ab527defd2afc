import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { toCodePointOffset } from "@/core/text/code-points";
import { type VerifiedQuote, verifyQuote } from "@/core/text/quote";
import { useDatabase } from "@/test/database";
import { SINGLE } from "@/test/fixtures/small";
import { insertPassage } from "./insert-passage";
import { loadDraft } from "./load-draft";

const { db, pool } = await useDatabase();

const TEXT = "👩‍👩‍👧 said: “An e\u0301lan”.\r\nשלום to all 😀 of you.";
const { id: dossierId } = await loadDraft(
  {
    ...SINGLE,
    sources: SINGLE.sources.concat({
      slug: "speech",
      title: "A speech",
      publisher: "Test Press",
      language: "en",
      publishedOn: "2024-01-01",
      coverage: "full",
      text: TEXT,
      passages: [],
    }),
  },
  "Test",
  db,
);
const { current, ...row } = await db.source.findUniqueOrThrow({
  where: { dossierId_slug: { dossierId, slug: "speech" } },
  include: { current: true },
});
const source = { ...row, text: current.text };

let made = 0;
const insert = (quote: VerifiedQuote) =>
  insertPassage(db, { dossierId, id: uuidv7(), slug: `p-${made++}`, sourceId: source.id, quote });
// What verifyQuote would never give: a caller that is wrong, or lies.
const forge = (start: number, end: number, exact: string) =>
  ({
    start: toCodePointOffset(start),
    end: toCodePointOffset(end),
    exact,
    prefix: "",
    suffix: "",
  }) as VerifiedQuote;

describe("insertPassage", () => {
  it.each(["said", "“An e\u0301lan”.\r\nשלום", "😀 of you.", "👩‍👩‍👧"])(
    "stores “%s” byte for byte",
    async (exact) => {
      const start = [...TEXT.slice(0, TEXT.indexOf(exact))].length;
      const quote = verifyQuote(source, start, start + [...exact].length, exact);
      await insert(quote);
      const stored = await db.passage.findUniqueOrThrow({
        where: { dossierId_slug: { dossierId, slug: `p-${made - 1}` } },
      });
      expect(stored.exact).toBe(exact);
      expect([stored.prefix, stored.suffix]).toEqual([quote.prefix, quote.suffix]);
    },
  );

  it.each([
    ["other words", forge(6, 10, "sang")],
    ["offsets counted in UTF-16, past an emoji", forge(9, 13, "said")],
    ["a letter composed differently", forge(12, 20, "“An \u00e9lan”")],
    ["an end beyond the text", forge(30, 300, "to all")],
    ["a length that does not fit", forge(6, 11, "said")],
  ])("is refused by the database: %s", async (_, quote) => {
    const stored = await db.passage.count();
    await expect(insert(quote)).rejects.toThrow(
      `quotation not found in source ${source.id} at ${quote.start}–${quote.end}`,
    );
    expect(await db.passage.count()).toBe(stored);
  });

  it("finds no text of another dossier", async () => {
    const other = await loadDraft({ ...SINGLE, slug: "other" }, "Test", db);
    const passage = {
      dossierId: other.id,
      id: uuidv7(),
      slug: "p",
      sourceId: source.id,
      quote: forge(6, 10, "said"),
    };
    await expect(insertPassage(db, passage)).rejects.toThrow("quotation not found");
  });
});

describe("a quoted text", () => {
  it("cannot be changed under its passages, even with its hash", async () => {
    const change = `update source_text
      set text = 'other', sha256 = encode(sha256(convert_to('other', 'UTF8')), 'hex')
      where "sourceId" = $1`;
    await expect(pool.query(change, [source.id])).rejects.toThrow(
      "passage_dossierId_sourceId_sourceSha256_fkey",
    );
  });

  it("cannot part from its hash", async () => {
    await expect(
      pool.query(`update source_text set text = 'other' where "sourceId" = $1`, [source.id]),
    ).rejects.toThrow("source_text_sha256_check");
  });
});
