import { runCommand } from "./command";

await runCommand(async (url) => {
  const { createDatabase } = await import("@/server/db");
  const { auditPassages } = await import("@/server/queries/audit-passages");
  const db = createDatabase(url);
  try {
    const lie = await auditPassages(db);
    if (lie === null) {
      process.stdout.write("Every passage is verbatim in its source.\n");
      return 0;
    }
    const { dossier, source, passage, reason } = lie;
    process.stderr.write(
      `Dossier ${dossier}, source ${source}${passage === null ? "" : `, passage ${passage}`}: ${reason}.\n`,
    );
    return 1;
  } finally {
    await db.$disconnect();
  }
});
