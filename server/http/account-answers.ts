import { verifyPassword } from "better-auth/crypto";
import { NewOwnerSchema, PasswordChangeSchema, SignInSchema, SignOutSchema } from "@/wire/account";
import { checkPassword } from "../access/check-password";
import { forgetFailures } from "../access/limit-attempts";
import { toPeer } from "../access/peer";
import { isSecure, toCookieName } from "../access/session-cookie";
import { takeSetupToken } from "../access/setup-token";
import { writeAudit } from "../access/write-audit";
import { endSessions } from "../commands/end-sessions";
import { loadPasswordHash, storeAccount, storePassword } from "../commands/store-account";
import { transact } from "../commands/transact";
import { unlessAway } from "../database-away";
import { database } from "../db";
import { beginSession, countAttempt } from "./begin-session";
import { orFault, toFault } from "./field-fault";
import type { Act } from "./guard";
import { readJsonBody } from "./json-body";
import { Refusal } from "./refusal";
import { toAccount } from "./to-account";

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
  return beginSession(request, account);
};

/** Begins a session. Whether there is such an account is not told, neither in words nor by the time that it takes. */
export const answerSignIn: Act<unknown> = async (request) =>
  beginSession(request, await readJsonBody(request, SignInSchema, MOST_CHARACTERS));

/** Ends this session, or all of the account. */
export const answerSignOut: Act<unknown> = async (request, _, access) => {
  const { everywhere } = await readJsonBody(request, SignOutSchema, MOST_CHARACTERS);
  const { id: userId, by } = toAccount(access);
  const kind = everywhere ? "signed-out-everywhere" : "signed-out";
  await transact(database(), async (tx) => {
    await endSessions(tx, userId, everywhere ? {} : { id: by.id });
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
  const key = await countAttempt("password", userId, address);
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
  return beginSession(request, { email, password: next });
};
