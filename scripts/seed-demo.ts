import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { loadDraft } from "@/server/commands/load-draft";
import { createDatabase } from "@/server/db";
import { loadDossiers } from "@/server/queries/load-dossiers";

/** Loads the demo dossier unless the database holds any dossier; says whether it did. */
export async function seedDemo(url: string): Promise<boolean> {
  const db = createDatabase(url);
  try {
    if ((await loadDossiers(db)).length > 0) return false;
    await loadDraft(STOLTENBERG_ASIA_2023, "Dateline", db);
    return true;
  } finally {
    await db.$disconnect();
  }
}
