import { createHash, randomBytes } from "node:crypto";

/** A token for a link that is used once, of 256 random bits; only its hash is kept. */
export function makeLinkToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: toTokenHash(token) };
}

export function toTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
