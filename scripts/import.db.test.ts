import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { createDatabase } from "@/server/db";
import { useDatabase } from "@/test/database";
import { auditWhole } from "@/test/imports/audit";
import { startEmbeddedServer } from "./embedded-server";
import { applyMigrations } from "./migrate";

const { db, url, pool } = await useDatabase();
const folder = mkdtempSync(join(tmpdir(), "dateline-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = "key,title,date,place,lon,lat,published";
const toLine = (key: number) =>
  `${key},Clashes ${key},2019-05-03,Town ${key % 50},36.${key % 50},33.5,2019-05-04`;
const large = write("large.csv", [HEADER, ...Array.from({ length: 40_000 }, (_, at) => toLine(at))]);
const small = write("small.csv", [HEADER, toLine(1), toLine(2)]);
const bad = write("bad.csv", [HEADER, toLine(1), "2,,2019-05-03,,,,", "3,=A title,soon,,,,"]);

it("imports a file, says what it did, and does nothing the second time", async () => {
  const first = await run(small, "--dossier", "plain", "--title", "A plain one");
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout).toMatch(/^Imported Dateline CSV into the new dossier plain .*\n +2 new\n$/);
  const second = await run(small, "--dossier", "plain");
  expect(second.stdout).toMatch(/^Imported Dateline CSV into plain .*\n +2 as they were\n$/);
  expect(await db.dossier.findUnique({ where: { slug: "plain" } })).toMatchObject({ title: "A plain one" });
}, 60_000);

it("refuses a file with bad rows by name, or leaves them out", async () => {
  const refused = await run(bad, "--dossier", "bad");
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain("Line 3, title: “”.");
  expect(refused.stderr).toContain("Line 4, date: “soon”.");
  expect(refused.stderr).toContain("Nothing was imported: 2 of 3 rows are bad.");
  expect(await db.dossier.count({ where: { slug: "bad" } })).toBe(0);

  const skipped = await run(bad, "--dossier", "bad", "--skip-bad");
  expect(skipped).toMatchObject({ code: 0 });
  expect(readFileSync(`${bad}.rejects.csv`, "utf8").split("\r\n")).toEqual([
    `"line","column","value","reason","row"`,
    expect.stringMatching(/^"3","title","","[^"]+","2,,2019-05-03,,,,"$/),
    expect.stringMatching(/^"4","date","soon","[^"]+","3,=A title,soon,,,,"$/),
    "",
  ]);
}, 60_000);

it("explains itself to whoever asks wrongly", async () => {
  expect(await run(small)).toMatchObject({ code: 2, stdout: "" });
  const missing = await run(join(folder, "nothing.csv"), "--dossier", "nothing");
  expect(missing).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^There is no file .*nothing\.csv\.\n$/),
  });
}, 60_000);

it("can be broken off, and leaves nothing", async () => {
  const child = start(url, large, "--dossier", "stopped");
  await untilWriting(pool);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([130, null]);
  await untilGone(pool);
  expect(await db.dossier.count({ where: { slug: "stopped" } })).toBe(0);
}, 60_000);

it("leaves nothing when it is killed, whenever that is, and works the next time", async () => {
  for (const copies of [1, 3, 8]) {
    const child = start(url, large, "--dossier", "killed");
    await untilWriting(pool, copies);
    child.kill("SIGKILL");
    await once(child, "exit");
    await untilGone(pool);
    expect(await db.dossier.count({ where: { slug: "killed" } })).toBe(0);
    expect(await db.importRow.count({ where: { dataset: "dateline: large" } })).toBe(0);
    await auditWhole(db);
  }
  expect(await run(small, "--dossier", "killed")).toMatchObject({ code: 0 });
  await auditWhole(db);
}, 180_000);

it("leaves nothing when the database is killed, and works once that is back", async () => {
  const home = mkdtempSync(join(tmpdir(), "dateline-import-pg-"));
  // The user whom the server runs as must be able to pass.
  chmodSync(home, 0o755);
  const server = await startEmbeddedServer(home);
  await applyMigrations(server.url);
  const watch = new pg.Pool({ connectionString: server.url, max: 1 });
  watch.on("error", () => {});
  const child = start(server.url, large, "--dossier", "lost");
  const ended = once(child, "exit");
  await untilWriting(watch, 4);
  process.kill(Number(readFileSync(toPidFile(home), "utf8").split("\n")[0]), "SIGKILL");
  expect(await ended).toEqual([1, null]);
  await watch.end();

  const again = await startEmbeddedServer(home);
  const restored = createDatabase(again.url);
  try {
    expect(await restored.dossier.count()).toBe(0);
    await auditWhole(restored);
    expect(await run(small, "--dossier", "lost", again.url)).toMatchObject({ code: 0 });
    await auditWhole(restored);
  } finally {
    await restored.$disconnect();
    again.stop();
    rmSync(home, { recursive: true, force: true });
  }
}, 180_000);

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function start(databaseUrl: string, ...words: string[]): ChildProcess {
  const args = ["--import", "tsx", "--conditions=react-server", "scripts/import.ts", ...words];
  return spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const target = words.find((word) => word.startsWith("postgresql://")) ?? url;
  const child = start(target, ...words.filter((word) => word !== target));
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  const [code] = await once(child, "close");
  return { code, stdout, stderr };
}

// While it writes, the import's connection runs one COPY after another; each is seen by the time that it began.
async function untilWriting(watched: pg.Pool, copies = 1): Promise<void> {
  const seen = new Set<string>();
  while (seen.size < copies) {
    const { rows } = await watched.query<{ began: string }>(
      `select query_start::text as began from pg_stat_activity
      where datname = current_database() and query like 'copy event%'`,
    );
    for (const { began } of rows) seen.add(began);
  }
}

// The database notices a dead client when it next reads from it, or writes to it.
async function untilGone(watched: pg.Pool): Promise<void> {
  const open = async () => {
    const { rows } = await watched.query(
      `select pid from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and xact_start is not null
        and pid <> pg_backend_pid()`,
    );
    return rows.length;
  };
  await expect.poll(open, { timeout: 30_000 }).toBe(0);
}

function toPidFile(home: string): string {
  const here = join(home, "pg", "postmaster.pid");
  if (existsSync(here)) return here;
  throw new Error(`The server of ${home} keeps its files elsewhere.`);
}
