import { expect, it } from "vitest";
import { toDataset } from "@/core/record/to-dataset";
import { NOBODY } from "@/server/access/visitor";
import { loadDraft } from "@/server/commands/load-draft";
import { auditPassages } from "@/server/queries/audit-passages";
import { loadDataset } from "@/server/queries/load-dataset";
import { loadDossiers } from "@/server/queries/load-dossiers";
import { useDatabase } from "@/test/database";
import { STOLTENBERG_ASIA_2023 } from "./stoltenberg-asia-2023";

const { db, pool } = await useDatabase();
await loadDraft(STOLTENBERG_ASIA_2023, "Test", db);

it("comes back from the database as it was written down", async () => {
  const stored = await loadDataset(STOLTENBERG_ASIA_2023.slug, db);
  const written = toDataset(STOLTENBERG_ASIA_2023, { newId: () => "", sha256: () => "" });
  const withoutIds = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (key, inner) =>
        /^(id|.*Id|sha256|sourceSha256)$/.test(key) ? undefined : inner,
      ),
    );
  expect(withoutIds(stored?.events)).toEqual(withoutIds(written.events));
  expect(withoutIds(stored?.dossier)).toEqual(withoutIds(written.dossier));
  for (const kind of ["sources", "passages", "places", "actors"] as const) {
    const bySlug = (records: readonly { slug: string }[] = []) =>
      withoutIds(records.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)));
    expect(bySlug(stored?.[kind])).toEqual(bySlug(written[kind]));
  }
});

it("holds the quotations word for word, as the database itself counts", async () => {
  const { rows } = await pool.query(`
    select count(*)::int as quotations,
      count(*) filter (where exact = substring(text from start + 1 for "end" - start))::int as verbatim
    from passage
    join source_text on source_text."sourceId" = passage."sourceId" and sha256 = "sourceSha256"`);
  expect(rows).toEqual([{ quotations: 25, verbatim: 25 }]);
  expect(await auditPassages(db)).toBeNull();
});

it("is listed with what it holds", async () => {
  const [summary] = await loadDossiers(NOBODY, db);
  expect(summary).toMatchObject({ slug: "stoltenberg-asia-2023", events: 16, sources: 7, places: 6 });
  // From the day of the summit in Madrid to the end of the day in Tokyo.
  expect(summary?.first).toBe(Date.UTC(2022, 5, 28, 15));
  expect(summary?.last).toBe(Date.UTC(2023, 0, 31, 15));
});
