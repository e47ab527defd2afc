import type { Cube } from "@/core/brush/cube";
import type { Id } from "@/core/record/record";
import { CATEGORIES } from "@/core/record/vocabulary";
import { Prisma } from "@/generated/prisma/client";
import type { Runner } from "./runner";

// Rows that travel in one statement: about a megabyte.
const BATCH = 100;

/** Replaces the rows of a dossier's cube, from which a window is counted in the database by two of them. */
export async function storeCube(run: Runner, dossierId: Id, cube: Cube): Promise<void> {
  await run.execute(Prisma.sql`delete from cube_column where "dossierId" = ${dossierId}::uuid`);
  await run.execute(Prisma.sql`delete from cube_row where "dossierId" = ${dossierId}::uuid`);
  const categories = Array.from(cube.categories, (category) => CATEGORIES[category] ?? "other");
  await run.execute(Prisma.sql`
    insert into cube_column ("dossierId", level, position, cell, category)
    select ${dossierId}::uuid, ${cube.level}::smallint, place - 1, cell, category
    from unnest(${[...cube.cells]}::int[], ${categories}::text[]) with ordinality as columns (cell, category, place)`);
  for (let first = 0; first < cube.edges; first += BATCH) await storeRows(run, dossierId, cube, first);
}

async function storeRows(run: Runner, dossierId: Id, cube: Cube, first: number): Promise<void> {
  const { firstEdge, binDays, level, cells, startsBefore, endsBy } = cube;
  const rows = Array.from({ length: Math.min(BATCH, cube.edges - first) }, (_, i) => first + i);
  const toArray = (sums: Int32Array, edge: number) =>
    `{${sums.subarray(edge * cells.length, (edge + 1) * cells.length).join(",")}}`;
  await run.execute(Prisma.sql`
    insert into cube_row ("dossierId", level, edge, "binDays", "startsBefore", "endsBy")
    select ${dossierId}::uuid, ${level}::smallint, edge, ${binDays}::int, starts::int[], ends::int[]
    from unnest(
      ${rows.map((row) => firstEdge + row * binDays)}::int[],
      ${rows.map((row) => toArray(startsBefore, row))}::text[],
      ${rows.map((row) => toArray(endsBy, row))}::text[]) as rows (edge, starts, ends)`);
}
