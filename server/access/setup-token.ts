import { createHash, randomBytes } from "node:crypto";
import type { Database, Transaction } from "../db";
import { hasAccounts } from "./visitor";

/** Makes the link's token of this start, in place of any before it; `null` once there is an account. */
export async function makeSetupToken(db: Database): Promise<string | null> {
  if (await hasAccounts(db)) return null;
  const token = randomBytes(32).toString("base64url");
  await db.$transaction([
    db.setupToken.deleteMany(),
    db.setupToken.create({ data: { hash: toHash(token) } }),
  ]);
  return token;
}

/** Takes a token out of use, and says whether it was in use and there was no account yet. */
export async function takeSetupToken(tx: Transaction, token: string): Promise<boolean> {
  // Of two who send it at once the second finds nothing to delete.
  const { count } = await tx.setupToken.deleteMany({ where: { hash: toHash(token) } });
  return count === 1 && (await tx.user.count()) === 0;
}

function toHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
