import * as z from "zod";
import { CURSOR_VERSION, type Cursor } from "./cursor";

const Packed = z.tuple([
  z.literal(CURSOR_VERSION),
  z.int().nullable(),
  z.boolean(),
  z.int().nullable(),
  z.uuid(),
]);

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
