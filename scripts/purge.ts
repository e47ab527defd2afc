import type { Instant } from "@/core/time/instant";
import { runCommand } from "./command";

await runCommand(async (url) => {
  const { purgeHidden } = await import("@/server/commands/purge-hidden");
  const { purgeDocuments } = await import("@/server/commands/purge-documents");
  const { createDatabase } = await import("@/server/db");
  const db = createDatabase(url);
  try {
    const now = Date.now() as Instant;
    const { events, sources } = await purgeHidden(db, "Purge", now);
    const documents = await purgeDocuments(db, now);
    process.stdout.write(
      `Removed for good: ${events} events and ${sources} sources that were deleted more than thirty days ago, ` +
        `and ${documents} documents that no source is made of.\n`,
    );
    return 0;
  } finally {
    await db.$disconnect();
  }
});
