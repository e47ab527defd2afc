import type { Database, Transaction } from "../db";
import { makeLinkToken, toTokenHash } from "./link-token";
import { hasAccounts } from "./visitor";

/** Makes the link's token of this start, in place of any before it; `null` once there is an account. */
export async function makeSetupToken(db: Database): Promise<string | null> {
  if (await hasAccounts(db)) return null;
  const { token, hash } = makeLinkToken();
  await db.$transaction([db.setupToken.deleteMany(), db.setupToken.create({ data: { hash } })]);
  return token;
}

/** Takes a token out of use, and says whether it was in use and there was no account yet. */
export async function takeSetupToken(tx: Transaction, token: string): Promise<boolean> {
  // Of two who send it at once the second finds nothing to delete.
  const { count } = await tx.setupToken.deleteMany({ where: { hash: toTokenHash(token) } });
  return count === 1 && (await tx.user.count()) === 0;
}
