import { isSlug } from "@/core/record/limits";
import type { Dossier, Id } from "@/core/record/record";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { rowToDossier } from "../rows/records";

/** How much a dossier holds, as counted by its last change. */
export type Tally = {
  readonly dossier: Dossier;
  /** Grows with every change of the dossier. */
  readonly version: number;
  readonly events: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly sources: number;
  readonly places: number;
};

/** A dossier's tally; `null` if there is no such dossier. */
export async function loadTally(slug: string, db: Database = database()): Promise<Tally | null> {
  if (!isSlug(slug)) return null;
  return unlessAway(async () => {
    const row = await db.dossier.findUnique({ where: { slug }, include: { tally: true } });
    if (row === null) return null;
    const { tally, ...dossier } = row;
    if (tally === null) throw new Error(`Dossier ${slug}: it has not been counted.`);
    const { version, events, undated, unplaced, sources, places } = tally;
    return {
      dossier: rowToDossier(dossier),
      version: Number(version),
      events,
      undated,
      unplaced,
      sources,
      places,
    };
  });
}

/** The ids of dossiers that no change has counted: written before there was anything to count with. */
export async function loadUncounted(db: Database = database()): Promise<readonly { id: Id; slug: string }[]> {
  return db.dossier.findMany({ where: { tally: null }, select: { id: true, slug: true } });
}
