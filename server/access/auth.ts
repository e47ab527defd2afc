import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";
import { uuidv7 } from "uuidv7";
import type { Database } from "../db";
import { toBaseUrl } from "./base-url";
import { loadSecret } from "./secret";
import { isSecure, toCookieName } from "./session-cookie";
import { byTokenHash } from "./token-hashes";

// As long as a newsroom is likely to be away. It is not made longer by use: reading writes nothing.
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

type Auth = ReturnType<typeof createAuth>;

const kept = new WeakMap<Database, Auth>();

/** The library for sessions, on this database. Nobody reaches it but through our own handlers. */
export function toAuth(db: Database): Auth {
  const auth = kept.get(db) ?? createAuth(db);
  kept.set(db, auth);
  return auth;
}

function createAuth(db: Database) {
  const baseURL = toBaseUrl();
  return betterAuth({
    appName: "Dateline",
    ...{ baseURL, trustedOrigins: [baseURL], secret: loadSecret() },
    telemetry: { enabled: false },
    database: byTokenHash(prismaAdapter(db, { provider: "postgresql" })),
    // Accounts are made by the link of the first start or an invitation, and by nobody for themselves; who signs in is
    // asked by begin-session.ts, which takes as long for an address that nobody has.
    emailAndPassword: { enabled: false },
    user: {
      additionalFields: {
        isAdministrator: { type: "boolean", input: false, required: true, defaultValue: false },
      },
    },
    account: { modelName: "credential", accountLinking: { enabled: false } },
    session: {
      ...{ expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
      additionalFields: { seenAt: { type: "date", input: false, required: false } },
    },
    // Ours counts by account and address (limit-attempts.ts); this one knows the address alone.
    rateLimit: { enabled: false },
    logger: { level: "error" },
    advanced: {
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: ["x-dateline-peer"] },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: toCookieName(),
          attributes: { secure: isSecure(), httpOnly: true, sameSite: "lax", path: "/" },
        },
      },
    },
  });
}
