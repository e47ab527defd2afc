import * as z from "zod";
import type { Id } from "@/core/record/record";

/** The place of an event in time order: after this one the next page begins. */
export type Cursor = {
  /** Order key in epoch milliseconds; `null` is undated. */
  readonly key: number | null;
  readonly hasOpenBegin: boolean;
  /** Latest end in epoch milliseconds; `null` is open. */
  readonly end: number | null;
  readonly id: Id;
};

const VERSION = 1;
const Packed = z.tuple([z.literal(VERSION), z.int().nullable(), z.boolean(), z.int().nullable(), z.uuid()]);

/** An opaque text; what it holds may change with its version. */
export function encodeCursor({ key, hasOpenBegin, end, id }: Cursor): string {
  return toBase64Url(JSON.stringify([VERSION, key, hasOpenBegin, end, id]));
}

/** The cursor in a text that `encodeCursor` wrote; `null` for any other text. */
export function decodeCursor(text: string): Cursor | null {
  const packed = Packed.safeParse(parseJson(text));
  if (!packed.success) return null;
  const [, key, hasOpenBegin, end, id] = packed.data;
  return { key, hasOpenBegin, end, id };
}

function parseJson(text: string): unknown {
  if (!/^[A-Za-z0-9_-]{1,300}$/.test(text)) return null;
  try {
    return JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return null;
  }
}

function toBase64Url(ascii: string): string {
  return btoa(ascii).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
