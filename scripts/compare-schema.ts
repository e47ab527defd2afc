import { type PrismaRun, runPrisma } from "./prisma";
import { createThrowawayDatabase } from "./throwaway-database";
import { openThrowawayServer } from "./throwaway-server";

/** Compares what the migrations make, one after another, with `schema`; Prisma's `form` flags say how to tell. */
export async function compareSchema(
  form: readonly string[],
  schema = "prisma/schema.prisma",
): Promise<PrismaRun> {
  const server = await openThrowawayServer();
  try {
    const database = await createThrowawayDatabase(server.url);
    const sides = ["--from-migrations", "prisma/migrations", "--to-schema", schema];
    const run = runPrisma(["migrate", "diff", ...sides, ...form], database.url);
    await database.drop();
    return run;
  } finally {
    server.close();
  }
}
