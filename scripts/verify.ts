import { runCommand } from "./command";

// A count of ten million events takes seconds.
const LONGEST_STATEMENT_MS = 600_000;

await runCommand(async (url) => {
  const { createDatabase } = await import("@/server/db");
  const { auditCounts } = await import("@/server/queries/audit-counts");
  const { auditPassages } = await import("@/server/queries/audit-passages");
  const db = createDatabase(url, LONGEST_STATEMENT_MS);
  try {
    const lie = await auditPassages(db);
    if (lie !== null) {
      const { dossier, source, passage, reason } = lie;
      process.stderr.write(
        `Dossier ${dossier}, source ${source}${passage === null ? "" : `, passage ${passage}`}: ${reason}.\n`,
      );
      return 1;
    }
    const miscount = await auditCounts(db);
    if (miscount !== null) {
      const { dossier, sum, kept, counted } = miscount;
      process.stderr.write(`Dossier ${dossier}: its sum of ${sum} is ${kept}, its events are ${counted}.\n`);
      return 1;
    }
    process.stdout.write("Every passage is verbatim in its source, and every sum is that of the events.\n");
    return 0;
  } finally {
    await db.$disconnect();
  }
});
