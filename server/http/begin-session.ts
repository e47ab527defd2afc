import { toAuth } from "../access/auth";
import { forgetFailures, takeAttempt, toAttemptKey } from "../access/limit-attempts";
import { loadSession } from "../access/load-session";
import { toPeer } from "../access/peer";
import { toCookieName } from "../access/session-cookie";
import { writeAudit } from "../access/write-audit";
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
  const headers = new Headers({ "user-agent": request.headers.get("user-agent") ?? "" });
  if (address !== null) headers.set("x-dateline-peer", address);
  const answer = await unlessAway(() =>
    toAuth(db).api.signInEmail({ body: { email, password }, headers, asResponse: true }),
  );
  if (answer.status >= 500) throw new Error(`Signing in: the library answered ${answer.status}.`);
  if (!answer.ok) {
    await writeAudit(db, { kind: "sign-in-failed", userId: null, address, detail: { email } });
    throw new Refusal(401, "The e-mail address or the password is wrong.");
  }
  const { user } = await answer.json();
  await forgetFailures(db, key);
  // Whoever was signed in here before is so no more.
  if (before !== null) await db.session.deleteMany({ where: { id: before.by.id } });
  await writeAudit(db, { kind: "signed-in", userId: user.id, address });
  const { name, isAdministrator } = user;
  const response = Response.json(
    { name, email, isAdministrator },
    { headers: { "cache-control": "no-store" } },
  );
  for (const cookie of answer.headers.getSetCookie()) {
    if (cookie.startsWith(`${toCookieName()}=`)) response.headers.append("set-cookie", cookie);
  }
  return response;
}

/** Counts an attempt until `forgetFailures` takes it back; throws a Refusal after too many. */
export async function countAttempt(kind: string, account: string, address: string | null): Promise<string> {
  const key = toAttemptKey(kind, account, address);
  const seconds = await takeAttempt(database(), key, Date.now());
  if (seconds === null) return key;
  throw toLimited("Too many attempts failed.", seconds);
}
