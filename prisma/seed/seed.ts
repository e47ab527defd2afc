import { loadDraft } from "@/server/commands/load-draft";
import type { Database } from "@/server/db";
import { STOLTENBERG_ASIA_2023 } from "./stoltenberg-asia-2023";

/** Loads the demo dossier where no dossier is yet; tells whether it did. */
export async function seed(db: Database): Promise<boolean> {
  if ((await db.dossier.count()) > 0) return false;
  await loadDraft(STOLTENBERG_ASIA_2023, "Dateline", db);
  return true;
}
