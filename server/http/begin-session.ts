import { verifyPassword } from "better-auth/crypto";
import { forgetFailures, takeAttempt, toAttemptKey } from "../access/limit-attempts";
import { loadSession } from "../access/load-session";
import { openSession } from "../access/open-session";
import { toPeer } from "../access/peer";
import { writeAudit } from "../access/write-audit";
import { endSessions } from "../commands/end-sessions";
import { loadPasswordOf } from "../commands/store-account";
import { transact } from "../commands/transact";
import { unlessAway } from "../database-away";
import { database } from "../db";
import { toLimited } from "./limited";
import { Refusal } from "./refusal";

/**
 * Begins a session of whoever knows the password; throws a Refusal. Whether there is such an account is not told, neither in
 * words nor by the time that it takes.
 */
export async function beginSession(
  request: Request,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Response> {
  const db = database();
  const address = toPeer(request.headers);
  const key = await countAttempt("sign-in", email, address);
  const before = await loadSession(request.headers, db);
  const account = await unlessAway(() => loadPasswordOf(db, email));
  // As much work for an address that nobody has: what a password costs to check is what could be measured.
  const isRight = await verifyPassword({ hash: account?.hash ?? NOBODYS, password });
  if (account === null || account.hash === null || !isRight) {
    await writeAudit(db, { kind: "sign-in-failed", userId: null, address, detail: { email } });
    throw new Refusal(401, "The e-mail address or the password is wrong.");
  }
  await forgetFailures(db, key);
  const { id: userId, name, isAdministrator } = account;
  const userAgent = request.headers.get("user-agent");
  const cookie = await transact(db, async (tx) => {
    // Whoever was signed in here before is so no more.
    if (before !== null) await endSessions(tx, before.id, { id: before.by.id });
    await writeAudit(tx, { kind: "signed-in", userId, address });
    return openSession(tx, userId, { address, userAgent }, Date.now());
  });
  return Response.json(
    { name, email, isAdministrator },
    { headers: { "cache-control": "no-store", "set-cookie": cookie } },
  );
}

// As the library for passwords writes them: a salt, and a key that no password is likely to give.
const NOBODYS = `${"00".repeat(16)}:${"00".repeat(64)}`;

/** Counts an attempt until `forgetFailures` takes it back; throws a Refusal after too many. */
export async function countAttempt(kind: string, account: string, address: string | null): Promise<string> {
  const key = toAttemptKey(kind, account, address);
  const seconds = await takeAttempt(database(), key, Date.now());
  if (seconds === null) return key;
  throw toLimited("Too many attempts failed.", seconds);
}
