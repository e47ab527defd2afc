import { verifyPassword } from "better-auth/crypto";
import { FieldError } from "@/core/record/field-error";
import { NewOwnerSchema, PasswordChangeSchema, SignInSchema, SignOutSchema } from "@/wire/account";
import type { Access } from "../access/admit";
import { toAuth } from "../access/auth";
import { checkPassword } from "../access/check-password";
import { forgetFailures, takeAttempt, toAttemptKey } from "../access/limit-attempts";
import { loadSession } from "../access/load-session";
import { toPeer } from "../access/peer";
import { isSecure, toCookieName } from "../access/session-cookie";
import { takeSetupToken } from "../access/setup-token";
import type { Account } from "../access/visitor";
import { writeAudit } from "../access/write-audit";
import { loadPasswordHash, storeAccount, storePassword } from "../commands/store-account";
import { transact } from "../commands/transact";
import { unlessAway } from "../database-away";
import { database } from "../db";
import type { Act } from "./guard";
import { readJsonBody } from "./json-body";
import { Refusal } from "./refusal";

const MOST_CHARACTERS = 10_000;

/** Makes the first account, by the link that the start of the program printed, and signs it in. */
export const answerSetup: Act<unknown> = async (request) => {
  const asked = await readJsonBody(request, NewOwnerSchema, MOST_CHARACTERS);
  const { token, ...account } = asked;
  const address = toPeer(request.headers);
  await orFault(() =>
    transact(database(), async (tx) => {
      checkPassword("password", account.password, account);
      if (!(await takeSetupToken(tx, token))) {
        throw new Refusal(403, "This link is not good any more. Start the program again for another.");
      }
      const userId = await storeAccount(tx, { ...account, isAdministrator: true });
      await writeAudit(tx, { kind: "owner-made", userId, address });
    }),
  );
  return signIn(request, account);
};

/** Begins a session. Whether there is such an account is not told, neither in words nor by the time that it takes. */
export const answerSignIn: Act<unknown> = async (request) =>
  signIn(request, await readJsonBody(request, SignInSchema, MOST_CHARACTERS));

/** Ends this session, or all of the account. */
export const answerSignOut: Act<unknown> = async (request, _, access) => {
  const { everywhere } = await readJsonBody(request, SignOutSchema, MOST_CHARACTERS);
  const { id: userId, sessionId } = toAccount(access);
  const kind = everywhere ? "signed-out-everywhere" : "signed-out";
  await transact(database(), async (tx) => {
    await tx.session.deleteMany({ where: everywhere ? { userId } : { id: sessionId } });
    await writeAudit(tx, { kind, userId, address: toPeer(request.headers) });
  });
  const gone = `${toCookieName()}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
  return new Response(null, { status: 204, headers: { "cache-control": "no-store", "set-cookie": gone } });
};

/** Changes the password of whoever knows the present one; all sessions end but a new one of this browser. */
export const answerPassword: Act<unknown> = async (request, _, access) => {
  const { current, next } = await readJsonBody(request, PasswordChangeSchema, MOST_CHARACTERS);
  const { id: userId, email, name } = toAccount(access);
  const address = toPeer(request.headers);
  const db = database();
  const key = await count("password", userId, address);
  const hash = await unlessAway(() => loadPasswordHash(db, userId));
  if (hash === null || !(await verifyPassword({ hash, password: current }))) {
    await writeAudit(db, { kind: "password-change-failed", userId, address });
    throw toFault("current", "This is not the present password.");
  }
  await orFault(() =>
    transact(db, async (tx) => {
      checkPassword("next", next, { email, name });
      await storePassword(tx, userId, next);
      await writeAudit(tx, { kind: "password-changed", userId, address });
    }),
  );
  await forgetFailures(db, key);
  return signIn(request, { email, password: next });
};

async function signIn(
  request: Request,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Response> {
  const db = database();
  const address = toPeer(request.headers);
  const key = await count("sign-in", email, address);
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
  if (before !== null) await db.session.deleteMany({ where: { id: before.sessionId } });
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

async function count(kind: string, account: string, address: string | null): Promise<string> {
  const key = toAttemptKey(kind, account, address);
  const seconds = await takeAttempt(database(), key, Date.now());
  if (seconds === null) return key;
  const minutes = Math.ceil(seconds / 60);
  throw new Refusal(
    429,
    `Too many attempts failed. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
    undefined,
    {},
    { "retry-after": String(seconds) },
  );
}

function toAccount({ visitor }: Access): Account {
  if (visitor.kind === "account") return visitor;
  throw new Refusal(403, "There is no account yet.");
}

async function orFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FieldError ? toFault(error.field, error.message) : error;
  }
}

function toFault(parameter: string, reason: string): Refusal {
  return new Refusal(422, "The request has faults.", [{ parameter, value: null, reason }]);
}
