import type { Instant } from "@/core/time/instant";
import type { Zone } from "@/core/time/zone";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

export type DossierSummary = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly zone: Zone;
  readonly events: number;
  readonly sources: number;
  readonly places: number;
  /** The first and the last instant that an event's date reaches; `null` where nothing is dated. */
  readonly first: Instant | null;
  readonly last: Instant | null;
};

type Row = Omit<DossierSummary, "zone" | "first" | "last"> & {
  readonly zone: string;
  readonly first: bigint | null;
  readonly last: bigint | null;
};

/** Every dossier with what it holds, by title. */
export async function loadDossiers(db: Database = database()): Promise<DossierSummary[]> {
  const rows = await unlessAway(
    () => db.$queryRaw<Row[]>`
      select slug, title, summary, zone, events, sources, places,
        "firstInstant" as first, "lastInstant" as last
      from dossier
      join tally on tally."dossierId" = dossier.id
      order by title, slug`,
  );
  return rows.map((row) => ({
    ...row,
    zone: row.zone as Zone,
    first: row.first === null ? null : (Number(row.first) as Instant),
    last: row.last === null ? null : (Number(row.last) as Instant),
  }));
}
