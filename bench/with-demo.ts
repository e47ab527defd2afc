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
      return await work(`http://127.0.0.1:${port}`);
    } finally {
      await program.stop();
      await database.drop();
    }
  } finally {
    server.close();
  }
}
