import type { Access } from "../access/admit";
import type { Account } from "../access/visitor";
import { Refusal } from "./refusal";

/** The account that asks; throws a Refusal while there is none. */
export function toAccount({ visitor }: Access): Account {
  if (visitor.kind === "account") return visitor;
  throw new Refusal(403, "There is no account yet.");
}
