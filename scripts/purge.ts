import type { Instant } from "@/core/time/instant";
import { runCommand } from "./command";

await runCommand(async (url) => {
  const { purgeHidden } = await import("@/server/commands/purge-hidden");
  const { createDatabase } = await import("@/server/db");
  const db = createDatabase(url);
  try {
    const { events, sources } = await purgeHidden(db, "Purge", Date.now() as Instant);
    process.stdout.write(
      `Removed for good: ${events} events and ${sources} sources that were deleted more than thirty days ago.\n`,
    );
    return 0;
  } finally {
    await db.$disconnect();
  }
});
