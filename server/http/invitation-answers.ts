import { FieldError } from "@/core/record/field-error";
import type { Id } from "@/core/record/record";
import type { WireInvited } from "@/wire/account-lists";
import { AcceptanceSchema, InvitationTokenSchema } from "@/wire/members";
import { toPeer } from "../access/peer";
import type { Visitor } from "../access/visitor";
import { writeAudit } from "../access/write-audit";
import { type NewAccount, storeAccount } from "../commands/store-account";
import { join, takeInvitation } from "../commands/take-invitation";
import { transact } from "../commands/transact";
import { database, type Transaction } from "../db";
import { loadInvited } from "../queries/load-members";
import { beginSession } from "./begin-session";
import { orFault } from "./field-fault";
import type { Act } from "./guard";
import { readJsonBody } from "./json-body";
import { Refusal } from "./refusal";

const MOST_CHARACTERS = 10_000;
const NOT_STORED = { "cache-control": "no-store" };

/** Into what a link invites, for whoever holds it: the title of the dossier and the role, and nothing else. */
export const answerInvited: Act<unknown> = async (request) => {
  const { token } = await readJsonBody(request, InvitationTokenSchema, MOST_CHARACTERS);
  const invited: WireInvited | null = await loadInvited(token, Date.now());
  if (invited === null) throw notGood();
  return Response.json(invited, { headers: NOT_STORED });
};

/** Makes whoever is signed in a member, or an account for whoever is not, signed in at once. */
export const answerAcceptance: Act<unknown> = async (request, _, { visitor }) => {
  const { token, account } = await readJsonBody(request, AcceptanceSchema, MOST_CHARACTERS);
  const address = toPeer(request.headers);
  const made = account && toNewAccount(visitor, account);
  const slug = await orFault(() =>
    transact(database(), async (tx) => {
      const taken = await takeInvitation(tx, token, Date.now());
      if (taken === null) throw notGood();
      const userId = made ? await storeInvited(tx, made, address) : toUserId(visitor);
      await join(tx, taken, userId, address);
      return taken.slug;
    }),
  );
  const begun = made ? await beginSession(request, made) : null;
  const response = Response.json({ dossier: slug }, { headers: NOT_STORED });
  for (const cookie of begun?.headers.getSetCookie() ?? []) response.headers.append("set-cookie", cookie);
  return response;
};

type Asked = Omit<NewAccount, "isAdministrator">;

function toNewAccount(visitor: Visitor, account: Asked): NewAccount {
  if (visitor.kind === "account") throw new Refusal(409, `${visitor.name} is signed in: sign out first.`);
  return { ...account, isAdministrator: false };
}

function toUserId(visitor: Visitor): Id {
  if (visitor.kind !== "account") throw new Refusal(401, "Sign in first, or make an account.");
  if (visitor.by.kind === "key") throw new Refusal(403, "An invitation is for people, not for their keys.");
  return visitor.id;
}

async function storeInvited(tx: Transaction, account: NewAccount, address: string | null): Promise<Id> {
  // Told to nobody but who was invited.
  const known = await tx.user.findUnique({ where: { email: account.email }, select: { id: true } });
  if (known) throw new FieldError("account.email", "There is an account of this address: sign in with it.");
  const userId = await storeAccount(tx, account, "account.password");
  await writeAudit(tx, { kind: "account-made", userId, address });
  return userId;
}

function notGood(): Refusal {
  return new Refusal(403, "This link was used, taken back, or is older than a week. Ask for another.");
}
