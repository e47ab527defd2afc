import type { Id } from "@/core/record/record";
import { SCOPES } from "@/core/record/roles";
import type { WireApiKey } from "@/wire/account-lists";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toMember } from "../rows/member";

/** The keys of an account, newest first. */
export async function loadApiKeys(userId: Id, db: Database = database()): Promise<WireApiKey[]> {
  return unlessAway(async () => {
    const rows = await db.apiKey.findMany({ where: { userId }, orderBy: { id: "desc" } });
    const bound = rows.flatMap(({ dossierId }) => (dossierId === null ? [] : [dossierId]));
    const dossiers = await db.dossier.findMany({
      where: { id: { in: bound } },
      select: { id: true, slug: true },
    });
    return rows.map(({ id, name, prefix, scope, dossierId, madeAt, expiresAt, usedAt }) => ({
      ...{ id, name, prefix, scope: toMember("api_key.scope", SCOPES, scope) },
      dossier: dossiers.find((dossier) => dossier.id === dossierId)?.slug ?? null,
      ...{ madeAt: madeAt.getTime(), expiresAt: expiresAt?.getTime() ?? null },
      usedAt: usedAt?.getTime() ?? null,
    }));
  });
}
