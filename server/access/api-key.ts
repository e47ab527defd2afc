import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Id } from "@/core/record/record";
import { SCOPES } from "@/core/record/roles";
import { unlessAway } from "../database-away";
import type { Database } from "../db";
import { toMember } from "../rows/member";
import type { Account } from "./visitor";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const PREFIX_LENGTH = 8;
// 62 to this power is the first above 256 bits.
const SECRET_LENGTH = 43;
const KEY = new RegExp(`^dl_([0-9A-Za-z]{${PREFIX_LENGTH}})_[0-9A-Za-z]{${SECRET_LENGTH}}$`);

export type NewApiKey = { readonly text: string; readonly prefix: string; readonly hash: string };

/** A key that nobody had before. Its text is shown once; the prefix tells keys apart, and the hash is kept. */
export function makeApiKey(): NewApiKey {
  const prefix = toBase62(randomBytes(PREFIX_LENGTH), PREFIX_LENGTH);
  const text = `dl_${prefix}_${toBase62(randomBytes(32), SECRET_LENGTH)}`;
  return { text, prefix, hash: toHash(text).toString("hex") };
}

/** Whether a request shows a key; then the cookie of a session is not looked at. */
export function holdsApiKey(headers: Headers): boolean {
  return toBearer(headers) !== null;
}

// It is told to the minute when a key was last of use: not each reading writes.
const USED_EVERY_MS = 60 * 1000;

/** The account that the key of a request acts as; `null` for one that is wrong, expired or revoked. */
export async function loadKeyAccount(headers: Headers, db: Database): Promise<Account | null> {
  const text = toBearer(headers) ?? "";
  const prefix = KEY.exec(text)?.[1];
  if (prefix === undefined) return null;
  const row = await unlessAway(() => db.apiKey.findUnique({ where: { prefix }, include: { user: true } }));
  const now = Date.now();
  if (row === null || !timingSafeEqual(Buffer.from(row.hash, "hex"), toHash(text))) return null;
  if (row.expiresAt !== null && row.expiresAt.getTime() <= now) return null;
  if (row.usedAt === null || now - row.usedAt.getTime() >= USED_EVERY_MS) {
    // It may have been revoked meanwhile.
    await unlessAway(() => db.apiKey.updateMany({ where: { id: row.id }, data: { usedAt: new Date(now) } }));
  }
  const { id, name, email, isAdministrator } = row.user;
  const scope = toMember("api_key.scope", SCOPES, row.scope);
  return {
    id,
    name,
    email,
    isAdministrator,
    by: { kind: "key", id: row.id, scope, dossierId: row.dossierId },
  };
}

/** Whether a key that was read before is good yet. */
export async function isKeyAlive(id: Id, db: Database): Promise<boolean> {
  const row = await unlessAway(() => db.apiKey.findUnique({ where: { id }, select: { expiresAt: true } }));
  return row !== null && (row.expiresAt === null || row.expiresAt.getTime() > Date.now());
}

// Another scheme is for a proxy on the way.
function toBearer(headers: Headers): string | null {
  return /^bearer +(.*)$/i.exec(headers.get("authorization")?.trim() ?? "")?.[1] ?? null;
}

function toHash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** The last `length` digits of a number. */
function toBase62(bytes: Buffer, length: number): string {
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let digits = "";
  while (digits.length < length) {
    digits = `${DIGITS[Number(rest % 62n)]}${digits}`;
    rest /= 62n;
  }
  return digits;
}
