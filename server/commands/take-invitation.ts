import type { Id } from "@/core/record/record";
import { isAtLeast, ROLES, type Role } from "@/core/record/roles";
import { toTokenHash } from "../access/link-token";
import { writeAudit } from "../access/write-audit";
import { toPrismaRunner } from "../counts/runner";
import type { Transaction } from "../db";
import { notifyAccess } from "../live/notify-access";
import { toMember } from "../rows/member";

export type Taken = { readonly id: Id; readonly dossierId: Id; readonly slug: string; readonly role: Role };

/** Takes an invitation out of use, and says into what it invites; `null` if its link is not good any more. */
export async function takeInvitation(tx: Transaction, token: string, now: number): Promise<Taken | null> {
  // Of two who send it at once the second finds nothing to delete.
  const [row] = await tx.$queryRaw<{ id: Id; dossierId: Id; slug: string; role: string }[]>`
    delete from invitation using dossier
    where dossier.id = invitation."dossierId"
      and invitation.hash = ${toTokenHash(token)} and invitation."expiresAt" > ${new Date(now)}
    returning invitation.id, invitation."dossierId", dossier.slug, invitation.role`;
  return row ? { ...row, role: toMember("invitation.role", ROLES, row.role) } : null;
}

/** Makes an account a member as an invitation says; nobody loses a greater role by it. */
export async function join(
  tx: Transaction,
  { id, dossierId, role }: Taken,
  userId: Id,
  address: string | null,
): Promise<void> {
  const [present] = await tx.$queryRaw<{ role: string }[]>`
    select role from member where "dossierId" = ${dossierId}::uuid and "userId" = ${userId}::uuid for update`;
  const from = present ? toMember("member.role", ROLES, present.role) : null;
  if (isAtLeast(from, role)) return;
  const where = { dossierId_userId: { dossierId, userId } };
  await tx.member.upsert({ where, create: { dossierId, userId, role }, update: { role } });
  await notifyAccess(toPrismaRunner(tx), { dossierId, userId });
  const detail = { account: userId, from, to: role, invitation: id };
  await writeAudit(tx, { kind: "role-changed", userId, dossierId, address, detail });
}
