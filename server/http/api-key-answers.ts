import { uuidv7 } from "uuidv7";
import type * as z from "zod";
import type { Id } from "@/core/record/record";
import type { WireNewApiKey } from "@/wire/account-lists";
import { type ApiKeysSchema, NewApiKeySchema } from "@/wire/api-keys";
import { NoQuerySchema } from "@/wire/plain-queries";
import type { Access } from "../access/admit";
import { makeApiKey } from "../access/api-key";
import { toPeer } from "../access/peer";
import { loadRole, loadStanding } from "../access/standing";
import type { Visitor } from "../access/visitor";
import { writeAudit } from "../access/write-audit";
import { transact } from "../commands/transact";
import { toPrismaRunner } from "../counts/runner";
import { database } from "../db";
import { notifyAccess } from "../live/notify-access";
import { loadApiKeys } from "../queries/load-api-keys";
import { read } from "./answers";
import { toFault } from "./field-fault";
import type { Act } from "./guard";
import { readJsonBody } from "./json-body";
import { Refusal } from "./refusal";
import { toAccount } from "./to-account";
import { toId } from "./to-id";

const MOST_KEYS = 50;

export async function answerApiKeys(
  _: unknown,
  query: URLSearchParams,
  access: Access,
): Promise<z.infer<typeof ApiKeysSchema>> {
  read(NoQuerySchema, query);
  return { items: await loadApiKeys(toAccount(access).id) };
}

/** Makes a key of the account; its text is told now and never again. */
export const postApiKey: Act<unknown> = async (request, _, access) => {
  const { name, scope, dossier, expiresAt } = await readJsonBody(request, NewApiKeySchema);
  const { id: userId } = toAccount(access);
  const now = Date.now();
  if (expiresAt !== null && expiresAt <= now) throw toFault("expiresAt", "This is over already.");
  const dossierId = dossier === null ? null : await toOwnDossier(dossier, access.visitor);
  const { text, prefix, hash } = makeApiKey();
  const id = uuidv7();
  const times = { madeAt: new Date(now), expiresAt: expiresAt === null ? null : new Date(expiresAt) };
  await transact(database(), async (tx) => {
    // One after the other, so that they can be counted.
    await tx.$queryRaw`select id from "user" where id = ${userId}::uuid for no key update`;
    if ((await tx.apiKey.count({ where: { userId } })) >= MOST_KEYS) {
      throw new Refusal(409, `An account has ${MOST_KEYS} keys at most: revoke one first.`);
    }
    await tx.apiKey.create({ data: { id, userId, name, prefix, hash, scope, dossierId, ...times } });
    const detail = { key: id, name, prefix, scope };
    await writeAudit(tx, {
      ...{ kind: "key-made", userId, address: toPeer(request.headers), detail },
      ...(dossierId === null ? {} : { dossierId }),
    });
  });
  const made: WireNewApiKey = {
    ...{ key: text, id, name, prefix, scope, dossier, madeAt: now, expiresAt, usedAt: null },
  };
  return Response.json(made, { status: 201, headers: NOT_STORED });
};

export const deleteApiKey: Act<{ readonly key: string }> = async (request, { key }, access) => {
  const { id: userId } = toAccount(access);
  const id = toId(key, "key");
  await transact(database(), async (tx) => {
    const present = await tx.apiKey.findFirst({ where: { id, userId } });
    const { count } = await tx.apiKey.deleteMany({ where: { id, userId } });
    if (present === null || count === 0) throw new Refusal(404, "There is no such key any more.");
    const { name, prefix, dossierId } = present;
    await notifyAccess(toPrismaRunner(tx), { dossierId: null, userId });
    await writeAudit(tx, {
      ...{ kind: "key-revoked", userId, address: toPeer(request.headers), detail: { key: id, name, prefix } },
      ...(dossierId === null ? {} : { dossierId }),
    });
  });
  return new Response(null, { status: 204, headers: NOT_STORED });
};

const NOT_STORED = { "cache-control": "no-store" };

// Of a private dossier that the account does not belong to nothing is said.
async function toOwnDossier(slug: string, visitor: Visitor): Promise<Id> {
  const standing = await loadStanding(slug);
  const isSeen =
    standing !== null &&
    (standing.visibility !== "private" || (await loadRole(visitor, standing.id)) !== null);
  if (!isSeen) throw toFault("dossier", "There is no such dossier.");
  return standing.id;
}
