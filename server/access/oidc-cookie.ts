import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { OidcAttempt } from "./oidc-provider";
import { loadSecret } from "./secret";
import { isSecure } from "./session-cookie";

const SECONDS = 10 * 60;

const Kept = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  until: z.int(),
});

type Attempt = OidcAttempt & { /** Where signing in leads to. */ readonly to: string };

/** What a browser keeps while it is away at the provider: only where an attempt was begun may it end. */
export function toOidcCookie(attempt: Attempt, now: number): string {
  const text = JSON.stringify({ ...attempt, until: now + SECONDS * 1000 });
  const value = Buffer.from(text).toString("base64url");
  return toHeader(`${value}.${sign(value)}`, SECONDS);
}

/** Takes it away again: an attempt ends once. */
export function toGoneOidcCookie(): string {
  return toHeader("", 0);
}

/** The attempt that this browser began; `null` without one that is its own and not over. */
export function readOidcCookie(headers: Headers, now: number): Attempt | null {
  const cookies = (headers.get("cookie") ?? "").split(/; */);
  const cookie = cookies.find((one) => one.startsWith(`${toName()}=`));
  const [value = "", signature = ""] = cookie?.slice(toName().length + 1).split(".") ?? [];
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(value))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { until, ...attempt } = Kept.parse(JSON.parse(Buffer.from(value, "base64url").toString()));
  return until > now ? attempt : null;
}

function toName(): string {
  return `${isSecure() ? "__Host-" : ""}dateline-oidc`;
}

// Sent along when the provider leads back, which is a page of another site that leads to ours.
function toHeader(value: string, seconds: number): string {
  return `${toName()}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
}

function sign(value: string): string {
  return createHmac("sha256", loadSecret()).update(`oidc ${value}`).digest("base64url");
}
