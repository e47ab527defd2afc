import type * as z from "zod";
import { NoQuerySchema } from "@/wire/plain-queries";
import type { SessionsSchema } from "@/wire/sessions";
import type { Access } from "../access/admit";
import { toPeer } from "../access/peer";
import { writeAudit } from "../access/write-audit";
import { endSessions } from "../commands/end-sessions";
import { transact } from "../commands/transact";
import { database } from "../db";
import { loadSessions } from "../queries/load-sessions";
import { read } from "./answers";
import type { Act } from "./guard";
import { Refusal } from "./refusal";
import { toAccount } from "./to-account";
import { toId } from "./to-id";

export async function answerSessions(
  _: unknown,
  query: URLSearchParams,
  access: Access,
): Promise<z.infer<typeof SessionsSchema>> {
  read(NoQuerySchema, query);
  const { id, by } = toAccount(access);
  return { items: await loadSessions(id, by.id, Date.now()) };
}

/** Ends one session of the account. */
export const deleteSession: Act<{ readonly session: string }> = async (request, { session }, access) => {
  const { id: userId } = toAccount(access);
  const id = toId(session, "session");
  await transact(database(), async (tx) => {
    if ((await endSessions(tx, userId, { id })) === 0)
      throw new Refusal(404, "There is no such session any more.");
    await writeAudit(tx, { kind: "session-ended", userId, address: toPeer(request.headers) });
  });
  return new Response(null, { status: 204, headers: NOT_STORED });
};

/** Ends all sessions of the account but the one that asks. */
export const deleteOtherSessions: Act<unknown> = async (request, _, access) => {
  const { id: userId, by } = toAccount(access);
  await transact(database(), async (tx) => {
    const count = await endSessions(tx, userId, { id: { not: by.id } });
    if (count === 0) return;
    const detail = { sessions: count };
    await writeAudit(tx, { kind: "session-ended", userId, address: toPeer(request.headers), detail });
  });
  return new Response(null, { status: 204, headers: NOT_STORED });
};

const NOT_STORED = { "cache-control": "no-store" };
