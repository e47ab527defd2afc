import { checkOwnPage } from "./own-page";

/** Who asks, and what follows from it. */
export type Access = {
  /** Under which name what is changed goes into the history. */
  readonly author: string;
};

/**
 * Decides who may change things, for all that does: until there are accounts, whoever sits at the machine that the
 * program runs on. Throws a Refusal for everybody else.
 */
export function toAccess(request: Request): Access {
  checkOwnPage(request);
  return { author: "Editor" };
}
