import type { Id } from "@/core/record/record";
import { Refusal } from "./refusal";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id in an address; throws a Refusal as if it were one that nothing has. */
export function toId(text: string, of: string): Id {
  if (ID.test(text)) return text;
  throw new Refusal(404, `There is no such ${of}.`);
}
