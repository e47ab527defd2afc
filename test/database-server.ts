import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/scripts/migrate";
import { createThrowawayDatabase } from "@/scripts/throwaway-database";
import { openThrowawayServer } from "@/scripts/throwaway-server";

declare module "vitest" {
  export interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** Before the database tests: one server, and on it one migrated database that each test file gets a copy of. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openThrowawayServer();
  // For a run that is broken off before its end.
  process.once("exit", server.close);
  process.once("SIGTERM", () => process.exit(143));
  const template = await createThrowawayDatabase(server.url);
  await applyMigrations(template.url);
  project.provide("databaseServer", server.url);
  project.provide("databaseTemplate", template.url);
  return async () => {
    await template.drop();
    process.off("exit", server.close);
    server.close();
  };
}
