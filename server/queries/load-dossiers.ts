import { isAtLeast, ROLES, VISIBILITIES, type Visibility } from "@/core/record/roles";
import type { Instant } from "@/core/time/instant";
import type { Zone } from "@/core/time/zone";
import { isOverseer, type Visitor } from "../access/visitor";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toMember } from "../rows/member";

export type DossierSummary = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly zone: Zone;
  readonly events: number;
  readonly sources: number;
  readonly places: number;
  readonly visibility: Visibility;
  /** The first and the last instant that an event's date reaches; `null` where nothing is dated. */
  readonly first: Instant | null;
  readonly last: Instant | null;
};

type Row = Omit<DossierSummary, "zone" | "visibility" | "first" | "last"> & {
  readonly visibility: string;
  readonly zone: string;
  readonly first: bigint | null;
  readonly last: bigint | null;
};

/** The dossiers that a visitor is shown without asking for them by address, with what they hold, by title. */
export async function loadDossiers(visitor: Visitor, db: Database = database()): Promise<DossierSummary[]> {
  const seesAll = isOverseer(visitor);
  const userId = visitor.kind === "account" ? visitor.id : null;
  const rows = await unlessAway(
    () => db.$queryRaw<Row[]>`
      select slug, title, summary, zone, events, sources, places,
        "firstInstant" as first, "lastInstant" as last, visibility
      from dossier
      join tally on tally."dossierId" = dossier.id
      where visibility = 'public' or ${seesAll} or exists (
        select from member
        where member."dossierId" = dossier.id and member."userId" = ${userId}::uuid
      )
      order by title, slug`,
  );
  return rows.map((row) => ({
    ...row,
    zone: row.zone as Zone,
    visibility: toMember("dossier.visibility", VISIBILITIES, row.visibility),
    first: row.first === null ? null : (Number(row.first) as Instant),
    last: row.last === null ? null : (Number(row.last) as Instant),
  }));
}

/** The dossiers that a visitor may change, by title. */
export async function loadEditableDossiers(
  visitor: Visitor,
  db: Database = database(),
): Promise<{ slug: string; title: string }[]> {
  if (visitor.kind === "nobody") return [];
  const isEditor = { role: { in: ROLES.filter((role) => isAtLeast(role, "editor")) } };
  const where =
    visitor.kind === "own-machine" || isOverseer(visitor)
      ? {}
      : { members: { some: { userId: visitor.id, ...isEditor } } };
  const select = { slug: true, title: true };
  return unlessAway(() =>
    db.dossier.findMany({ where, select, orderBy: [{ title: "asc" }, { slug: "asc" }] }),
  );
}
