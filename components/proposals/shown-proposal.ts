import type { Change } from "@/components/editor/editor-client";
import type { FieldChange } from "@/core/record/difference";
import type { ProposalKind, ProposalState } from "@/core/record/vocabulary";

/** A proposal as its page shows it. */
export type ShownProposal = {
  readonly id: string;
  readonly kind: ProposalKind;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly author: string;
  readonly isOwn: boolean;
  readonly state: ProposalState;
  /** The event that it is about, as it is by now. */
  readonly event: {
    readonly slug: string;
    readonly isChanged: boolean;
    readonly isDeleted: boolean;
  } | null;
  /** What was asked for. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What it would do, in words. */
  readonly shown: {
    readonly title: string;
    readonly differences: readonly FieldChange[];
    readonly passages: readonly ShownPassage[];
  };
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** Slug of the event or source that came of it. */
  readonly result: string | null;
  /** What others did since to the event that it is about, newest first. */
  readonly meanwhile: readonly Pick<Change, "id" | "author" | "differences">[];
};

/** A quotation, with what stands around it. */
type ShownPassage = {
  readonly source: { readonly slug: string; readonly title: string };
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
};
