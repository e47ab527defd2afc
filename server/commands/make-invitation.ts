import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import type { Role } from "@/core/record/roles";
import type { WireInvitation } from "@/wire/account-lists";
import { makeLinkToken } from "../access/link-token";
import { writeAudit } from "../access/write-audit";
import type { Transaction } from "../db";
import type { Changer } from "./change-member";
import { WriteRefusal } from "./write-refusal";

const GOOD_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** Makes an invitation that is good for a week, and the token of its link, which is kept nowhere. */
export async function makeInvitation(
  tx: Transaction,
  { dossierId, authorId, address, author }: Changer & { readonly author: string },
  role: Role,
  now: number,
): Promise<{ readonly invitation: WireInvitation; readonly token: string }> {
  const { token, hash } = makeLinkToken();
  const id = uuidv7();
  const [madeAt, expiresAt] = [new Date(now), new Date(now + GOOD_FOR_MS)];
  await tx.invitation.deleteMany({ where: { dossierId, expiresAt: { lte: madeAt } } });
  await tx.invitation.create({ data: { dossierId, id, hash, role, madeBy: author, madeAt, expiresAt } });
  const detail = { invitation: id, role };
  await writeAudit(tx, { kind: "invited", userId: authorId, dossierId, address, detail });
  const times = { madeAt: madeAt.getTime(), expiresAt: expiresAt.getTime() };
  return { invitation: { id, role, madeBy: author, ...times }, token };
}

/** Takes an invitation back; throws a WriteRefusal if there is none. */
export async function revokeInvitation(
  tx: Transaction,
  { dossierId, authorId, address }: Changer,
  id: Id,
): Promise<void> {
  const { count } = await tx.invitation.deleteMany({ where: { dossierId, id } });
  if (count === 0) throw new WriteRefusal("unknown", "There is no such invitation any more.");
  const detail = { invitation: id };
  await writeAudit(tx, { kind: "invitation-revoked", userId: authorId, dossierId, address, detail });
}
