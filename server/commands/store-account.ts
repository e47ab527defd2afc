import { hashPassword } from "better-auth/crypto";
import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import { checkPassword } from "../access/check-password";
import type { Transaction } from "../db";
import { endSessions } from "./end-sessions";

export type NewAccount = {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly password: string;
  readonly isAdministrator: boolean;
};

// By this the library for sessions knows an account that has a password.
const PROVIDER = "credential";

/**
 * Stores an account with its password's hash and gives its id; throws a FieldError for a password that is no good, which
 * `field` names.
 */
export async function storeAccount(
  tx: Transaction,
  { name, email, password, isAdministrator }: NewAccount,
  field = "password",
): Promise<Id> {
  checkPassword(field, password, { name, email });
  const id = uuidv7();
  await tx.user.create({ data: { id, name, email, isAdministrator } });
  await tx.credential.create({
    data: {
      id: uuidv7(),
      ...{ userId: id, providerId: PROVIDER, accountId: id, password: await hashPassword(password) },
    },
  });
  return id;
}

/** Gives an account another password; all its sessions end. */
export async function storePassword(tx: Transaction, userId: Id, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await tx.credential.upsert({
    where: { providerId_accountId: { providerId: PROVIDER, accountId: userId } },
    create: { id: uuidv7(), userId, providerId: PROVIDER, accountId: userId, password: hash },
    update: { password: hash, updatedAt: new Date() },
  });
  await endSessions(tx, userId);
}

/** The hash of an account's password; `null` if it has none. */
export async function loadPasswordHash(tx: Transaction, userId: Id): Promise<string | null> {
  const where = { providerId_accountId: { providerId: PROVIDER, accountId: userId } };
  return (await tx.credential.findUnique({ where, select: { password: true } }))?.password ?? null;
}

export type KnownAccount = {
  readonly id: Id;
  readonly name: string;
  readonly isAdministrator: boolean;
  /** Of its password; `null` if it has none. */
  readonly hash: string | null;
};

/** The account of an address, by one question whether there is one or not; `null` if there is none. */
export async function loadPasswordOf(tx: Transaction, email: string): Promise<KnownAccount | null> {
  const [row = null] = await tx.$queryRaw<KnownAccount[]>`
    select "user".id, "user".name, "user"."isAdministrator", credential.password as hash
    from "user" left join credential
      on credential."userId" = "user".id and credential."providerId" = ${PROVIDER}
    where "user".email = ${email}`;
  return row;
}
