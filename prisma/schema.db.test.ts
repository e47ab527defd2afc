import { describe, expect, it } from "vitest";
import { ACTOR_KINDS, ASSERTIONS, CATEGORIES, COVERAGES, PLACE_PRECISIONS } from "@/core/record/vocabulary";
import { PRECISIONS } from "@/core/time/when";
import { loadDraft } from "@/server/commands/load-draft";
import { useDatabase } from "@/test/database";
import { SINGLE } from "@/test/fixtures/small";

const { db, pool } = await useDatabase();
await loadDraft(SINGLE, "Test", db);

const OWNED = [
  ...["actor", "citation", "event", "participation", "passage", "place", "revision", "source", "source_text"],
  ...[
    "cube_column",
    "cube_row",
    "facet",
    "import",
    "import_row",
    "invitation",
    "member",
    "proposal",
    "rollup",
    "tally",
    "telling",
    "tile",
    "tombstone",
  ],
];

// Of accounts, which belong to no dossier.
const GLOBAL = [
  ...[
    "api_key",
    "audit_entry",
    "credential",
    "failed_attempt",
    "session",
    "setup_token",
    "user",
    "verification",
  ],
];

describe("every dossier-owned table", () => {
  it("is known here", async () => {
    const { rows } = await pool.query("select tablename from pg_tables where schemaname = 'public'");
    expect(rows.map(({ tablename }) => tablename).toSorted()).toEqual(
      ["_prisma_migrations", "document", "dossier", "kept_answer", ...GLOBAL, ...OWNED].toSorted(),
    );
  });

  it("has dossierId first in its primary key, every unique and every foreign key", async () => {
    const { rows } = await pool.query(
      `
      select owner.relname as owner, indexed.relname as name, attname as first
      from pg_index
      join pg_class as owner on owner.oid = indrelid
      join pg_class as indexed on indexed.oid = indexrelid
      join pg_attribute on attrelid = indrelid and attnum = indkey[0]
      where indisunique and owner.relname = any($1)
      union all
      select owner.relname, conname, attname
      from pg_constraint
      join pg_class as owner on owner.oid = conrelid
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and owner.relname = any($1)`,
      [OWNED],
    );
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ first }) => first !== "dossierId")).toEqual([]);
  });

  it("has no trigger, rule or sequence", async () => {
    const { rows } = await pool.query(`
      select tgname as name from pg_trigger where not tgisinternal
      union all select rulename from pg_rules where schemaname = 'public'
      union all select sequencename from pg_sequences`);
    expect(rows).toEqual([]);
  });
});

describe("the checks", () => {
  it.each([
    ["event_bounds_check", `update event set "beginLatest" = "beginEarliest"`],
    [
      "event_bounds_check",
      `update event set "endLatest" = "beginEarliest", "endEarliest" = "beginEarliest" - 1`,
    ],
    ["event_bounds_check", `update event set "beginLatest" = "endLatest" + 1`],
    ["event_when_check", "update event set edtf = null"],
    ["event_when_check", `update event set "orderKey" = null`],
    ["event_calendar_check", `update event set "endLatest" = 253402473600001`],
    ["event_category_check", "update event set category = 'war'"],
    ["event_precision_check", "update event set precision = 'week'"],
    ["event_slug_check", "update event set slug = 'Not A Slug'"],
    ["event_lengths_check", "update event set title = ''"],
    ["event_lengths_check", "update event set title = repeat('x', 2001)"],
    ["event_leg_check", `update event set "originId" = "placeId"`],
    ["event_dossierId_placeId_fkey", `update event set "placeId" = gen_random_uuid()`],
    ["event_dossierId_id_basisId_fkey", `update event set "basisId" = gen_random_uuid()`],
    ["citation_assertion_check", "update citation set assertion = 'happened'"],
    ["citation_bounds_check", `update citation set "endEarliest" = "endLatest"`],
    ["place_coordinates_check", "update place set lon = 180.1"],
    ["place_coordinates_check", "update place set lat = -90.1"],
    ["place_coordinates_check", "update place set lat = 'NaN'"],
    ["place_radius_check", `update place set "radiusKm" = 10`],
    ["place_country_check", `update place set "countryCode" = 'kr'`],
    ["place_precision_check", "update place set precision = 'town'"],
    ["source_coverage_check", "update source set coverage = 'some'"],
    ["source_publishes_check", "update source set publishes = 'some'"],
    ["source_text_sha256_check", "update source_text set sha256 = repeat('0', 64)"],
    ["source_text_length_check", "update source_text set text = ''"],
    ["source_text_number_check", "update source_text set number = 0"],
    ["source_text_added_check", `update source_text set "addedBy" = 'A desk'`],
    ["source_text_obtained_check", `update source_text set "obtained" = '{}'`],
    ["source_text_document_check", "update source_text set document = 'x'"],
    ["source_dossierId_id_sha256_fkey", "update source set sha256 = repeat('0', 64)"],
    ["source_url_check", "update source set url = 'javascript:alert(1)'"],
    ["source_published_on_check", `update source set "publishedOn" = '29 January 2023'`],
    ["out of range", `update source set "publishedOn" = '2023-02-29'`],
    ["out of range", `update source set "retrievedOn" = '0000-01-01'`],
    ["passage_offsets_check", `update passage set "end" = "end" + 1`],
    ["passage_offsets_check", "update passage set start = start - 1"],
    ["passage_lengths_check", "update passage set prefix = repeat('x', 33)"],
    ["dossier_opening_check", `update dossier set "openingStart" = 0`],
    [
      "dossier_opening_window_check",
      `update dossier set "openingStart" = 1, "openingEnd" = 1, "openingPlayhead" = 1`,
    ],
    ["revision_subject_check", `update revision set "subjectKind" = 'person'`],
    ["passage_dossierId_sourceId_sourceSha256_fkey", "delete from source_text"],
    ["source_text_dossierId_sourceId_fkey", "delete from source"],
    ["source_text_dossierId_fkey", "delete from dossier"],
  ])("%s refuses: %s", async (check, statement) => {
    await expect(pool.query(statement)).rejects.toThrow(check);
  });

  it.each([
    ["event_category_check", CATEGORIES],
    ["event_precision_check", PRECISIONS],
    ["citation_assertion_check", ASSERTIONS],
    ["citation_precision_check", PRECISIONS],
    ["place_precision_check", PLACE_PRECISIONS],
    ["actor_kind_check", ACTOR_KINDS],
    ["source_coverage_check", COVERAGES],
    ["source_publishes_check", COVERAGES],
  ])("%s knows the program's words and no others", async (name, words) => {
    const { rows } = await pool.query<{ text: string }>(
      "select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1",
      [name],
    );
    const known = [...(rows[0]?.text ?? "").matchAll(/'([a-z]+)'/g)].map(([, word]) => word);
    expect(known).toEqual([...words]);
  });
});
