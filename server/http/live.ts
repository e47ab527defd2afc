import type { Access } from "../access/admit";
import { isKeyAlive } from "../access/api-key";
import { isSessionAlive } from "../access/load-session";
import { loadRole, loadStandingOf } from "../access/standing";
import type { Account } from "../access/visitor";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { openChangeStream } from "../live/change-stream";
import type { Act } from "./guard";
import { Refusal } from "./refusal";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The changes of a dossier as they happen, for as long as whoever hears them may. */
export const answerLive: Act<{ slug: string }> = async (request, { slug }, access) => {
  const after =
    request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after") ?? null;
  if (after !== null && !ID.test(after)) {
    const fault = { parameter: "after", value: after, reason: "Expected the id of a change." };
    throw new Refusal(400, "The query has faults.", [fault]);
  }
  if (access.dossier === null) throw new Refusal(404, `There is no dossier ${slug}.`);
  const stream = openChangeStream(access.dossier.id, after, request.signal, access.authorId, (since) =>
    mayHear(access, since),
  );
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Compressed it would be kept back until there is enough of it; so would a proxy that keeps answers whole.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
};

/**
 * Asked before each delivery and when access was changed: a dossier may become private, a session or key may end, and a
 * member may be sent away or be something else from now on.
 */
async function mayHear({ dossier, visitor, role }: Access, since: number | null): Promise<boolean> {
  const db = database();
  const standing = dossier && (await unlessAway(() => loadStandingOf(dossier.id, db, since)));
  if (!standing) return false;
  // Who was no member hears what everybody hears; who was one and is not what they were begins anew as what they are.
  if (standing.visibility !== "private" && role === null) return true;
  if (visitor.kind === "account" && !(await isAlive(visitor, db))) return false;
  return role !== null && (await loadRole(visitor, standing.id, db)) === role;
}

function isAlive({ by }: Account, db: Database): Promise<boolean> {
  return by.kind === "key" ? isKeyAlive(by.id, db) : isSessionAlive(by.id, db);
}
