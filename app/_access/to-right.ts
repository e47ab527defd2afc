import { isAtLeast } from "@/core/record/roles";
import type { Access } from "@/server/access/admit";

/** What somebody may do with what they write: save it, or propose it to those who may. */
export type Right = "save" | "propose";

/** `null` for those who only read. */
export function toRight({ role }: Pick<Access, "role">): Right | null {
  if (isAtLeast(role, "editor")) return "save";
  return isAtLeast(role, "contributor") ? "propose" : null;
}
