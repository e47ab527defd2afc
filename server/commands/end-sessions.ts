import type { Id } from "@/core/record/record";
import type { Prisma } from "@/generated/prisma/client";
import { toPrismaRunner } from "../counts/runner";
import type { Transaction } from "../db";
import { notifyAccess } from "../live/notify-access";

/** Ends these sessions of an account, and what is open by them; gives how many there were. */
export async function endSessions(
  tx: Transaction,
  userId: Id,
  which: Prisma.SessionWhereInput = {},
): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { AND: [{ userId }, which] } });
  if (count > 0) await notifyAccess(toPrismaRunner(tx), { dossierId: null, userId });
  return count;
}
