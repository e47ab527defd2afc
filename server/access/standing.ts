import { isSlug } from "@/core/record/limits";
import type { Id } from "@/core/record/record";
import { ROLES, type Role, VISIBILITIES, type Visibility } from "@/core/record/roles";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toMember } from "../rows/member";
import { isOverseer, type Visitor } from "./visitor";

/** What has to be known of a dossier to say who may do what with it. */
export type Standing = { readonly id: Id; readonly visibility: Visibility };

/** `null` if there is no dossier of this name. */
export async function loadStanding(slug: string, db: Database = database()): Promise<Standing | null> {
  if (!isSlug(slug)) return null;
  const row = await unlessAway(() =>
    db.dossier.findUnique({ where: { slug }, select: { id: true, visibility: true } }),
  );
  return row && { id: row.id, visibility: toMember("dossier.visibility", VISIBILITIES, row.visibility) };
}

const FRESH_MS = 250;
const recent = new WeakMap<
  Database,
  Map<Id, { readonly at: number; readonly standing: Promise<Standing | null> }>
>();

/**
 * The standing of a dossier that is known by its id, not older than `since` of performance.now(), or else a quarter of a
 * second: a change that is told to thousands asks for it once.
 */
export function loadStandingOf(
  id: Id,
  db: Database = database(),
  since: number | null = null,
): Promise<Standing | null> {
  const known = recent.get(db) ?? new Map();
  recent.set(db, known);
  const last = known.get(id);
  if (last && last.at >= (since ?? performance.now() - FRESH_MS)) return last.standing;
  const standing = db.dossier
    .findUnique({ where: { id }, select: { id: true, visibility: true } })
    .then(
      (row) =>
        row && { id: row.id, visibility: toMember("dossier.visibility", VISIBILITIES, row.visibility) },
    );
  for (const [old, { at }] of known) if (performance.now() - at >= FRESH_MS) known.delete(old);
  known.set(id, { at: performance.now(), standing });
  return standing;
}

/** As what a visitor stands to a dossier, whoever sees it; `null` as nothing. */
export async function loadRole(
  visitor: Visitor,
  dossierId: Id,
  db: Database = database(),
): Promise<Role | null> {
  if (visitor.kind === "nobody") return null;
  if (visitor.kind === "own-machine" || isOverseer(visitor)) return "owner";
  const where = { dossierId_userId: { dossierId, userId: visitor.id } };
  const row = await unlessAway(() => db.member.findUnique({ where, select: { role: true } }));
  return row && toMember("member.role", ROLES, row.role);
}
