import { makeSetupToken } from "@/server/access/setup-token";
import { hasAccounts } from "@/server/access/visitor";
import { createDatabase } from "@/server/db";
import { type Env, LEAST_SECRET } from "@/server/env";
import { isLoopback, toHostName } from "@/server/http/own-machine";

/**
 * Makes the token of the link by which the first account is made; `null` if there is one. Throws for a program that
 * others can reach and that has nothing to keep them out.
 */
export async function openFirstAccount(url: string, env: Env): Promise<string | null> {
  const db = createDatabase(url);
  try {
    const reach = toReach(env);
    if (reach === null) return await makeSetupToken(db);
    const missing = [
      ...(env.secret === null ? [SECRET_WANTED] : []),
      ...((await hasAccounts(db)) ? [] : [OWNER_WANTED]),
    ];
    if (missing.length === 0) return null;
    throw new Error(
      `Others can reach this program (${reach}), so it does not start without:\n${missing.join("\n")}`,
    );
  } finally {
    await db.$disconnect();
  }
}

const SECRET_WANTED = `  a secret: set DATELINE_SECRET to at least ${LEAST_SECRET} random characters, as by DATELINE_SECRET=$(openssl rand -base64 32), the same at every start`;
const OWNER_WANTED =
  "  an owner: run npm run owner with the same settings; it asks for a name, an e-mail address and a password";

/** By which setting others reach the program; `null` if only this machine does. */
function toReach({ host, origin }: Env): string | null {
  if (!isLoopback(host)) return `HOST=${host}`;
  if (origin !== null && !isLoopback(toHostName(new URL(origin).host))) return `DATELINE_ORIGIN=${origin}`;
  return null;
}
