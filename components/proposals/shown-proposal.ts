import type { Change } from "@/components/editor/editor-client";
import type { WireProposal } from "@/wire/proposal";

/** A proposal as its page shows it. */
export type ShownProposal = WireProposal & {
  /** What others did since to the event that it is about, newest first. */
  readonly meanwhile: readonly Pick<Change, "id" | "author" | "differences">[];
};
