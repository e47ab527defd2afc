import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import { type OidcIdentity, OidcRefusal } from "../access/oidc-provider";
import type { Transaction } from "../db";

/**
 * The account of whoever a provider vouches for, made where there is none, without rights in any dossier. An account that
 * was made otherwise is never taken over, though it has the same address. Throws an OidcRefusal.
 */
export async function takeIdentity(
  tx: Transaction,
  { issuer, subject, name, email }: OidcIdentity,
): Promise<{ readonly id: Id; readonly isNew: boolean }> {
  const providerId = `oidc ${issuer}`;
  const where = { providerId_accountId: { providerId, accountId: subject } };
  const known = await tx.credential.findUnique({ where, select: { userId: true } });
  if (known) return { id: known.userId, isNew: false };
  // Whoever is first owns the program, and is made by its own link alone.
  if ((await tx.user.count()) === 0) throw new OidcRefusal("There is no account yet.");
  const other = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (other) throw new OidcRefusal("An account of this address signs in another way.");
  const id = uuidv7();
  await tx.user.create({ data: { id, name, email, emailVerified: true } });
  await tx.credential.create({ data: { id: uuidv7(), userId: id, providerId, accountId: subject } });
  return { id, isNew: true };
}
