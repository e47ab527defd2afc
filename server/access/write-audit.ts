import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import type { Prisma } from "@/generated/prisma/client";
import type { Database, Transaction } from "../db";

/** What is told of, for whoever has to find out later what was done. */
export const AUDIT_KINDS = [
  ...["owner-made", "account-made", "signed-in", "sign-in-failed"],
  ...["signed-out", "signed-out-everywhere", "session-ended", "password-changed", "password-change-failed"],
  ...["visibility-changed", "role-changed", "invited", "invitation-revoked"],
  ...["key-made", "key-revoked", "exported"],
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export type AuditEntry = {
  readonly kind: AuditKind;
  readonly userId: Id | null;
  readonly dossierId?: Id;
  /** Where the request came from. */
  readonly address: string | null;
  readonly detail?: Prisma.InputJsonObject;
};

/** Adds to the record of what concerns safety; within the transaction of what it tells of, where there is one. */
export async function writeAudit(
  db: Database | Transaction,
  { kind, userId, dossierId, address, detail = {} }: AuditEntry,
): Promise<void> {
  await db.auditEntry.create({
    data: { id: uuidv7(), at: new Date(), kind, userId, dossierId: dossierId ?? null, address, detail },
  });
}
