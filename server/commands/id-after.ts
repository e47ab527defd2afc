import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";

/**
 * A new UUIDv7 that sorts behind `last`: the clocks of two processes may differ, and whoever catches up on a history
 * by the id that came last would miss what sorts before it.
 */
export function toIdAfter(last: Id | null): Id {
  const id = uuidv7();
  if (last === null || id > last) return id;
  const next = (BigInt(`0x${last.replaceAll("-", "")}`) + 1n).toString(16).padStart(32, "0");
  return next.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
