import { beforeEach, expect, it } from "vitest";
import { useDatabase } from "@/test/database";
import { HOSTILE } from "@/test/fixtures/hostile";
import { SINGLE } from "@/test/fixtures/small";
import { loadDraft } from "../commands/load-draft";
import { auditPassages } from "./audit-passages";

const { db, pool } = await useDatabase();
await loadDraft(SINGLE, "Test", db);
await loadDraft(HOSTILE, "Test", db);

const where = "where slug = 'sentence-4'";
const undo = new Map<string, string>();

beforeEach(async () => {
  for (const statement of undo.values()) await pool.query(statement);
  undo.clear();
  expect(await auditPassages(db)).toBeNull();
});

it.each([
  [
    "a word changed",
    `update passage set exact = replace(exact, 'family', 'Family') ${where}`,
    "the quotation is not the text at",
  ],
  [
    "an emoji taken for another",
    `update passage set exact = replace(exact, '👍', '👎') ${where}`,
    "the quotation is not the text at",
  ],
  [
    "offsets shifted",
    `update passage set start = start + 1, "end" = "end" + 1 ${where}`,
    "the quotation is not the text at",
  ],
  [
    "a context made up",
    `update passage set prefix = 'He denied that ' ${where}`,
    "the context around the quotation",
  ],
  ["a context cut off", `update passage set suffix = '' ${where}`, "the context around the quotation"],
])("finds a planted lie: %s", async (_, lie, reason) => {
  const { rows } = await pool.query(`select * from passage ${where}`);
  const { start, end, exact, prefix, suffix } = rows[0];
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
  undo.set(
    "passage",
    `update passage set start = ${start}, "end" = ${end}, exact = ${literal(exact)},
      prefix = ${literal(prefix)}, suffix = ${literal(suffix)} ${where}`,
  );
  await pool.query(lie);
  const found = await auditPassages(db);
  expect(found).toMatchObject({ dossier: "hostile", source: "hostile-source", passage: "sentence-4" });
  expect(found?.reason).toContain(reason);
});

it("finds a text that was changed behind the checks", async () => {
  undo.set("text", "select 1");
  await pool.query("alter table source_text drop constraint source_text_sha256_check");
  await pool.query(`update source_text set text = text || ' And more.'
      where "sourceId" = (select id from source where slug = 'chronicle')`);
  expect(await auditPassages(db)).toMatchObject({
    dossier: "single",
    source: "chronicle",
    passage: null,
    reason: "the text does not have the hash that was stored with it",
  });
});
