import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { applyMigrations } from "./migrate";
import { runPrisma } from "./prisma";
import { createThrowawayDatabase, type ThrowawayDatabase } from "./throwaway-database";

const TOWNS = "create table town (name text primary key); insert into town values ('Seoul');";
const RIVERS = "create table river (name text);";

let database: ThrowawayDatabase;
let client: pg.Client;
let folder: string;

beforeEach(async () => {
  database = await createThrowawayDatabase(inject("databaseServer"));
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  folder = mkdtempSync(join(tmpdir(), "dateline-migrations-"));
});

afterEach(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe("migrations", () => {
  test("are applied oldest first, and once", async () => {
    write("2_rivers", "insert into town values ('Iruma'); create table river (name text);");
    write("1_towns", TOWNS);
    expect(await apply()).toEqual(["1_towns", "2_rivers"]);
    expect(await apply()).toEqual([]);
    expect(await select("select count(*)::int as value from town")).toBe(2);
  });

  test("are applied where only the newest are missing", async () => {
    write("1_towns", TOWNS);
    await apply();
    write("2_rivers", RIVERS);
    expect(await apply()).toEqual(["2_rivers"]);
  });

  test("leave nothing behind where one fails, and go on once it is mended", async () => {
    write("1_towns", TOWNS);
    write("2_broken", `${RIVERS} insert into nowhere values (1);`);
    await expect(apply()).rejects.toThrow(
      /^Migration 2_broken could not be applied, and nothing of it was: .*nowhere/,
    );
    expect(await select("select to_regclass('river') as value")).toBeNull();
    write("2_broken", RIVERS);
    expect(await apply()).toEqual(["2_broken"]);
  });

  test("are applied once by many processes at a time", async () => {
    write("1_towns", TOWNS);
    const applied = await Promise.all([apply(), apply(), apply(), apply()]);
    expect(applied.flat()).toEqual(["1_towns"]);
  });

  test("may not change once they are applied", async () => {
    write("1_towns", TOWNS);
    await apply();
    write("1_towns", `${TOWNS} `);
    await expect(apply()).rejects.toThrow("Migration 1_towns was changed after it had been applied");
  });

  test("of a newer program are refused", async () => {
    write("1_towns", TOWNS);
    write("2_rivers", RIVERS);
    await apply();
    rmSync(join(folder, "2_rivers"), { recursive: true });
    await expect(apply()).rejects.toThrow("Migration 2_rivers is not known here");
  });

  test("that failed under another tool are refused", async () => {
    write("1_towns", TOWNS);
    await apply();
    await client.query("update _prisma_migrations set finished_at = null, logs = 'boom'");
    await expect(apply()).rejects.toThrow("Migration 1_towns failed earlier");
  });

  test("that were rolled back are applied again", async () => {
    write("1_towns", TOWNS);
    await apply();
    await client.query("drop table town; update _prisma_migrations set rolled_back_at = now()");
    expect(await apply()).toEqual(["1_towns"]);
  });

  test("are not mixed into somebody else's tables", async () => {
    await client.query("create table payroll (id int)");
    write("1_towns", TOWNS);
    await expect(apply()).rejects.toThrow("not Dateline's: it has the table payroll");
    expect(await select("select to_regclass('_prisma_migrations') as value")).toBeNull();
  });
});

test("Prisma's own tool agrees with the bookkeeping", async () => {
  await applyMigrations(database.url);
  const { status, output } = runPrisma(["migrate", "status"], database.url);
  expect(output).toContain("Database schema is up to date");
  expect(status).toBe(0);
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

function apply(): Promise<string[]> {
  return applyMigrations(database.url, folder);
}

async function select(query: string): Promise<unknown> {
  const { rows } = await client.query<{ value: unknown }>(query);
  return rows[0]?.value;
}
