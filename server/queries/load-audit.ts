import type { Id } from "@/core/record/record";
import type { Prisma } from "@/generated/prisma/client";
import type { WireAuditEntry } from "@/wire/account-lists";
import type { WireAudit } from "@/wire/audit";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

export type AuditQuery = {
  readonly limit: number;
  /** The last entry of the page before. */
  readonly cursor: Id | null;
  /** Only what concerns this dossier, without the addresses; `null` for all there is. */
  readonly dossierId: Id | null;
};

/** A page of the record of what concerns safety, newest first. */
export async function loadAudit(
  { limit, cursor, dossierId }: AuditQuery,
  db: Database = database(),
): Promise<WireAudit> {
  return unlessAway(async () => {
    const rows = await db.auditEntry.findMany({
      where: {
        ...(cursor === null ? {} : { id: { lt: cursor } }),
        ...(dossierId === null ? {} : { dossierId }),
      },
      ...{ orderBy: { id: "desc" }, take: limit + 1 },
    });
    const page = rows.slice(0, limit);
    const accounts = page.flatMap(({ userId, detail }) => [userId, toAccountId(detail)].filter(isId));
    const [users, dossiers] = await Promise.all([
      db.user.findMany({ where: { id: { in: accounts } }, select: { id: true, name: true } }),
      db.dossier.findMany({
        ...{ where: { id: { in: page.map((row) => row.dossierId).filter(isId) } } },
        select: { id: true, slug: true },
      }),
    ]);
    const toName = (id: Id | null) => users.find((user) => user.id === id)?.name ?? null;
    const items = page.map(
      ({ id, at, kind, userId, address, detail, ...row }): WireAuditEntry => ({
        ...{ id, at: at.getTime(), kind, account: toName(userId) },
        dossier: dossiers.find((dossier) => dossier.id === row.dossierId)?.slug ?? null,
        address: dossierId === null ? address : null,
        detail: toShown(detail, toName),
      }),
    );
    return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}

function isId(id: Id | null): id is Id {
  return id !== null;
}

function toAccountId(detail: Prisma.JsonValue): Id | null {
  const account = toObject(detail)?.account;
  return typeof account === "string" ? account : null;
}

// An account is named as it is called now.
function toShown(detail: Prisma.JsonValue, toName: (id: Id | null) => string | null): Prisma.JsonObject {
  const account = toAccountId(detail);
  return { ...toObject(detail), ...(account === null ? {} : { account: toName(account) }) };
}

function toObject(detail: Prisma.JsonValue): Prisma.JsonObject | null {
  return typeof detail === "object" && detail !== null && !Array.isArray(detail) ? detail : null;
}
