import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openRows } from "@/server/import/read-rows";
import { OPTIONS, toRow } from "@/test/fixtures/import/options";
import { writeUcdpFile } from "./ucdp-file";

const folder = mkdtempSync(join(tmpdir(), "dateline-ucdp-"));
afterAll(() => rmSync(folder, { recursive: true }));

// More than one chunk of the file.
const ROWS = 500;

describe("writeUcdpFile", () => {
  it("writes rows that are read as UCDP's, each with its date, place, actors and source", async () => {
    const path = join(folder, "ucdp.csv");
    await writeUcdpFile(path, ROWS, 1);
    const file = await openRows(path, null, OPTIONS, false);
    const rows = [];
    for await (const { result } of file.rows) rows.push(toRow(result));
    expect(file.format.name).toBe("ucdp");
    expect(file.header).toHaveLength(49);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(ROWS);
    expect(rows.filter(({ edtf, place, actors }) => edtf === null || !place || actors.length !== 2)).toEqual(
      [],
    );
    expect(rows.filter(({ source }) => source.publishedOn === null)).toEqual([]);
    // Real files have 530 to 680 bytes a row.
    expect(file.size / ROWS).toBeGreaterThan(500);
    expect(file.size / ROWS).toBeLessThan(700);
  });
});
