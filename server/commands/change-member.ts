import type { Id } from "@/core/record/record";
import { ROLES, type Role } from "@/core/record/roles";
import { writeAudit } from "../access/write-audit";
import { toPrismaRunner } from "../counts/runner";
import type { Transaction } from "../db";
import { notifyAccess } from "../live/notify-access";
import { toMember } from "../rows/member";
import { WriteRefusal } from "./write-refusal";

/** Who changes the members of a dossier, and from where. */
export type Changer = {
  readonly dossierId: Id;
  readonly authorId: Id | null;
  readonly address: string | null;
};

/**
 * Gives a member another role, or with `null` none; throws a WriteRefusal if there is no such member, or the dossier
 * would be left without an owner. Administrators are no owners of it.
 */
export async function changeMember(
  tx: Transaction,
  { dossierId, authorId, address }: Changer,
  userId: Id,
  role: Role | null,
): Promise<void> {
  // Held, so that of two owners who lower each other one stays.
  const members = await tx.$queryRaw<{ userId: Id; role: string }[]>`
    select "userId", role from member where "dossierId" = ${dossierId}::uuid order by "userId" for update`;
  const present = members.find((member) => member.userId === userId);
  if (!present) throw new WriteRefusal("unknown", "There is no such member.");
  const from = toMember("member.role", ROLES, present.role);
  if (from === role) return;
  const isLast = from === "owner" && members.filter((member) => member.role === "owner").length === 1;
  if (isLast) throw new WriteRefusal("conflict", "This is the last owner: make somebody else one first.");
  const where = { dossierId_userId: { dossierId, userId } };
  if (role === null) await tx.member.delete({ where });
  else await tx.member.update({ where, data: { role } });
  const detail = { account: userId, from, to: role };
  await notifyAccess(toPrismaRunner(tx), { dossierId, userId });
  await writeAudit(tx, { kind: "role-changed", userId: authorId, dossierId, address, detail });
}
