import type { Id } from "@/core/record/record";
import { unlessAway } from "../database-away";
import type { Database } from "../db";
import { toAuth } from "./auth";
import { holdsSessionCookie } from "./session-cookie";
import type { Account } from "./visitor";

/** The account of the session that these headers belong to; `null` without one that is alive. */
export async function loadSession(headers: Headers, db: Database): Promise<Account | null> {
  // Most readers have none: nothing is asked for them.
  if (!holdsSessionCookie(headers)) return null;
  const found = await unlessAway(() => toAuth(db).api.getSession({ headers }));
  if (found === null) return null;
  const { id, name, email, isAdministrator } = found.user;
  await touch(found.session.id, found.session.seenAt ?? null, db);
  return { id, name, email, isAdministrator, by: { kind: "session", id: found.session.id } };
}

// To these minutes it is told when a session was last of use: not each reading writes.
const SEEN_EVERY_MS = 5 * 60 * 1000;

async function touch(id: Id, seenAt: Date | null, db: Database): Promise<void> {
  const now = Date.now();
  if (seenAt !== null && now - seenAt.getTime() < SEEN_EVERY_MS) return;
  // It may have ended meanwhile.
  await unlessAway(() => db.session.updateMany({ where: { id }, data: { seenAt: new Date(now) } }));
}

/** Whether a session that was read before is alive yet. */
export async function isSessionAlive(sessionId: Id, db: Database): Promise<boolean> {
  const found = await unlessAway(() =>
    db.session.findUnique({ where: { id: sessionId }, select: { expiresAt: true } }),
  );
  return found !== null && found.expiresAt.getTime() > Date.now();
}
