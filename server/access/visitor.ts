import type { Id } from "@/core/record/record";
import type { Scope } from "@/core/record/roles";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { isOwnMachine } from "../http/own-machine";
import { loadSession } from "./load-session";

/** Whoever asks. */
export type Visitor =
  /** There is an account, and it is signed in. */
  | ({ readonly kind: "account" } & Account)
  /** There is no account yet, and the request comes from the machine that the program runs on. */
  | { readonly kind: "own-machine" }
  /** Nobody in particular; `hasAccounts` says whether signing in would help. */
  | { readonly kind: "nobody"; readonly hasAccounts: boolean };

export type Account = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly isAdministrator: boolean;
  /** By what it was shown who asks. */
  readonly by: { readonly kind: "session"; readonly id: Id } | ({ readonly kind: "key" } & KeyGrant);
};

/** What a key of an account may do. */
export type KeyGrant = {
  readonly id: Id;
  readonly scope: Scope;
  /** The one dossier that it opens; `null` for all that its account may see. */
  readonly dossierId: Id | null;
};

/**
 * Who sends a request with these headers. Until the first account is made, whoever sits at the machine itself may do
 * everything, as before there were accounts; from then on only accounts count.
 */
export async function loadVisitor(headers: Headers, db: Database = database()): Promise<Visitor> {
  const account = await loadSession(headers, db);
  if (account !== null) return { kind: "account", ...account };
  if (await hasAccounts(db)) return { kind: "nobody", hasAccounts: true };
  return isOwnMachine(headers) ? { kind: "own-machine" } : { kind: "nobody", hasAccounts: false };
}

/** Whether a visitor has an owner's rights in every dossier. */
export function isOverseer(visitor: Visitor): boolean {
  return visitor.kind === "own-machine" || (visitor.kind === "account" && visitor.isAdministrator);
}

// Accounts are never all removed again: what was once so stays so, and is not asked of the database again.
const inhabited = new WeakSet<Database>();

export const NOBODY: Visitor = { kind: "nobody", hasAccounts: false };

/** Whether any account was made. */
export async function hasAccounts(db: Database = database()): Promise<boolean> {
  if (inhabited.has(db)) return true;
  const one = await unlessAway(() => db.user.findFirst({ select: { id: true } }));
  if (one !== null) inhabited.add(db);
  return one !== null;
}
