import type { Id } from "@/core/record/record";
import { toBrowserWords } from "@/core/text/browser-words";
import type { WireSession } from "@/wire/account-lists";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

/** The sessions of an account that are alive, last seen first. */
export async function loadSessions(
  userId: Id,
  present: Id,
  now: number,
  db: Database = database(),
): Promise<WireSession[]> {
  const rows = await unlessAway(() =>
    db.session.findMany({
      ...{ where: { userId, expiresAt: { gt: new Date(now) } } },
      select: { id: true, userAgent: true, ipAddress: true, createdAt: true, seenAt: true },
    }),
  );
  return rows
    .map(({ id, userAgent, ipAddress, createdAt, seenAt }) => ({
      ...{ id, browser: toBrowserWords(userAgent), address: ipAddress || null, isThis: id === present },
      ...{ madeAt: createdAt.getTime(), seenAt: (seenAt ?? createdAt).getTime() },
    }))
    .toSorted((a, b) => b.seenAt - a.seenAt);
}
