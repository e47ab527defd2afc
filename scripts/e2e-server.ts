import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seedDemo } from "@/scripts/seed-demo";
import { loadDraft } from "@/server/commands/load-draft";
import { createDatabase } from "@/server/db";
import { loadFixtures } from "@/test/fixtures/fixtures";
import { THRONG } from "@/test/fixtures/throng";
import { applyMigrations } from "./migrate";
import { startProgram } from "./program";
import { createThrowawayDatabase } from "./throwaway-database";
import { openThrowawayServer } from "./throwaway-server";

// The built program on a database that holds the demo and the fixtures, for as long as the browser tests run.
const port = Number(process.argv[2]);
const server = await openThrowawayServer();
process.env.DATELINE_DATA = mkdtempSync(join(tmpdir(), "dateline-e2e-"));
try {
  const database = await createThrowawayDatabase(server.url);
  await applyMigrations(database.url);
  await fill(database.url);
  const program = await startProgram(database.url, "127.0.0.1", port);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void program.stop());
  await program.ended;
  await database.drop();
} finally {
  rmSync(process.env.DATELINE_DATA, { recursive: true, force: true });
  server.close();
}
process.exit(0);

async function fill(url: string): Promise<void> {
  await seedDemo(url);
  const db = createDatabase(url);
  await loadFixtures(db);
  await loadDraft(THRONG, "Fixtures", db);
  await db.$disconnect();
}
