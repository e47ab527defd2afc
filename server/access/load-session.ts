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
  return { id, name, email, isAdministrator, sessionId: found.session.id };
}

/** Whether a session that was read before is alive yet. */
export async function isSessionAlive(sessionId: Id, db: Database): Promise<boolean> {
  const found = await unlessAway(() =>
    db.session.findUnique({ where: { id: sessionId }, select: { expiresAt: true } }),
  );
  return found !== null && found.expiresAt.getTime() > Date.now();
}
