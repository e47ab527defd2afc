import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { loadDraft } from "@/server/commands/load-draft";
import { createDatabase, type Database } from "@/server/db";

/** Loads the demo dossier unless the database holds any dossier; says whether it did. */
export async function seedDemo(url: string): Promise<boolean> {
  return withDatabase(url, seed);
}

/** Loads the demo on the first start; what was removed on purpose later stays away. */
export async function seedOnce(url: string): Promise<void> {
  await withDatabase(url, async (db) => {
    // A comment on a table is no part of the schema that the migrations make, and goes with every copy of the data.
    const [noted] = await db.$queryRaw<{ note: string | null }[]>`
      select obj_description('dossier'::regclass, 'pg_class') as note`;
    if (noted?.note) return;
    await seed(db);
    await db.$executeRaw`comment on table dossier is 'The first start is past.'`;
  });
}

async function seed(db: Database): Promise<boolean> {
  if ((await db.dossier.count()) > 0) return false;
  await loadDraft(STOLTENBERG_ASIA_2023, "Dateline", db);
  return true;
}

async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = createDatabase(url);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}
