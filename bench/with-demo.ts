import { locateFreePort } from "@/scripts/free-port";
import { applyMigrations } from "@/scripts/migrate";
import { startProgram } from "@/scripts/program";
import { seedDemo } from "@/scripts/seed-demo";
import { createThrowawayDatabase } from "@/scripts/throwaway-database";
import { openThrowawayServer } from "@/scripts/throwaway-server";

/** Runs the built program on a database of its own that holds the demo, for as long as the work takes. */
export async function withDemo<T>(work: (origin: string) => Promise<T>): Promise<T> {
  const server = await openThrowawayServer();
  try {
    const database = await createThrowawayDatabase(server.url);
    await applyMigrations(database.url);
    await seedDemo(database.url);
    const port = await locateFreePort();
    const program = await startProgram(database.url, "127.0.0.1", port);
    try {
      const origin = `http://127.0.0.1:${port}`;
      await warmUp(`${origin}/d/stoltenberg-asia-2023`);
      return await work(origin);
    } finally {
      await program.stop();
      await database.drop();
    }
  } finally {
    server.close();
  }
}

// The first answers of a process are slower: its code is not compiled yet, and it has no connection.
async function warmUp(address: string): Promise<void> {
  for (let i = 0; i < 5; i++) {
    const response = await fetch(address);
    await response.text();
    if (!response.ok) throw new Error(`The program answered ${response.status}.`);
  }
}
