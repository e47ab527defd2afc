import { toOwnPath } from "@/core/text/own-path";
import { loadSession } from "../access/load-session";
import { readOidcCookie, toGoneOidcCookie, toOidcCookie } from "../access/oidc-cookie";
import { beginOidc, finishOidc, OidcRefusal } from "../access/oidc-provider";
import { openSession } from "../access/open-session";
import { toPeer } from "../access/peer";
import { writeAudit } from "../access/write-audit";
import { endSessions } from "../commands/end-sessions";
import { takeIdentity } from "../commands/take-identity";
import { transact } from "../commands/transact";
import { unlessAway } from "../database-away";
import { database } from "../db";
import { loadEnv, type OidcSetting } from "../env";
import type { Act } from "./guard";
import { Refusal } from "./refusal";

/** Leads a browser to the provider; `to` in the query is where signing in leads then. */
export const answerOidcBegin: Act<unknown> = async (request) => {
  const setting = toSetting();
  const to = toOwnPath(new URL(request.url).searchParams.get("to"));
  try {
    const { attempt, address } = await beginOidc(setting);
    return lead(address, [toOidcCookie({ ...attempt, to }, Date.now())]);
  } catch (error) {
    return refuse(request, error);
  }
};

/** Signs in whoever comes back from the provider. */
export const answerOidcCallback: Act<unknown> = async (request) => {
  const setting = toSetting();
  const attempt = readOidcCookie(request.headers, Date.now());
  const address = toPeer(request.headers);
  const userAgent = request.headers.get("user-agent");
  const db = database();
  try {
    if (attempt === null) throw new OidcRefusal("This browser began no attempt, or too long ago.");
    const identity = await finishOidc(setting, attempt, new URL(request.url).search);
    const before = await loadSession(request.headers, db);
    const cookie = await transact(db, async (tx) => {
      const { id: userId, isNew } = await takeIdentity(tx, identity);
      // Whoever was signed in here before is so no more.
      if (before !== null) await endSessions(tx, before.id, { id: before.by.id });
      const detail = { by: identity.issuer };
      if (isNew) await writeAudit(tx, { kind: "account-made", userId, address, detail });
      await writeAudit(tx, { kind: "signed-in", userId, address, detail });
      return openSession(tx, userId, { address, userAgent }, Date.now());
    });
    return lead(attempt.to, [cookie, toGoneOidcCookie()]);
  } catch (error) {
    return refuse(request, error);
  }
};

function toSetting(): OidcSetting {
  const { oidc } = loadEnv();
  if (oidc === null) throw new Refusal(404, "There is no provider to sign in by.");
  return oidc;
}

function lead(to: string, cookies: readonly string[]): Response {
  const response = new Response(null, {
    status: 303,
    headers: { location: to, "cache-control": "no-store" },
  });
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

// Whoever reads it is told that it failed; why, in the record, is for administrators.
async function refuse(request: Request, error: unknown): Promise<Response> {
  if (!(error instanceof OidcRefusal)) throw error;
  const detail = { by: "oidc", reason: error.message.slice(0, 300) };
  const entry = { kind: "sign-in-failed", userId: null, address: toPeer(request.headers), detail } as const;
  await unlessAway(() => writeAudit(database(), entry));
  return lead("/sign-in?failed=provider", [toGoneOidcCookie()]);
}
