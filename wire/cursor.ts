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

export const CURSOR_VERSION = 1;

// After every id there is.
const LAST_ID: Id = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** An opaque text; what it holds may change with its version. */
export function encodeCursor({ key, hasOpenBegin, end, id }: Cursor): string {
  return toBase64Url(JSON.stringify([CURSOR_VERSION, key, hasOpenBegin, end, id]));
}

/** The cursor after which come the events that begin at `instant` (epoch milliseconds) or later. */
export function toCursorBefore(instant: number): string {
  return encodeCursor({ key: Math.floor(instant) - 1, hasOpenBegin: false, end: null, id: LAST_ID });
}

/** The cursor after which come the undated. */
export function toUndatedCursor(): string {
  return toCursorBefore(Number.MAX_SAFE_INTEGER);
}

function toBase64Url(ascii: string): string {
  return btoa(ascii).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
