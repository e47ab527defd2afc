import { createHmac, randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import type { Transaction } from "../db";
import { SESSION_SECONDS } from "./auth";
import { toTokenHash } from "./link-token";
import { loadSecret } from "./secret";
import { isSecure, toCookieName } from "./session-cookie";

/**
 * Begins a session of an account whose password nobody was asked for, and gives its cookie, signed as the library for
 * sessions reads it. Of its token only the hash is kept.
 */
export async function openSession(
  tx: Transaction,
  userId: Id,
  { address, userAgent }: { readonly address: string | null; readonly userAgent: string | null },
  now: number,
): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const [createdAt, expiresAt] = [new Date(now), new Date(now + SESSION_SECONDS * 1000)];
  await tx.session.create({
    data: {
      ...{ id: uuidv7(), userId, token: toTokenHash(token), expiresAt },
      ...{ ipAddress: address, userAgent, createdAt, updatedAt: createdAt, seenAt: createdAt },
    },
  });
  const signature = createHmac("sha256", loadSecret()).update(token).digest("base64");
  const value = encodeURIComponent(`${token}.${signature}`);
  const attributes = `Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
  return `${toCookieName()}=${value}; ${attributes}`;
}
