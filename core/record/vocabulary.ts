/** What one passage says of an event. */
export const ASSERTIONS = ["occurred", "planned", "ongoing", "cancelled", "claimed", "denied"] as const;
export type Assertion = (typeof ASSERTIONS)[number];

/** What all citations together make of an event: an assertion, or sources that contradict each other. */
export const STATUSES = [...ASSERTIONS, "disputed"] as const;
export type Status = (typeof STATUSES)[number];

export const CATEGORIES = ["diplomacy", "statement", "military", "institution", "other"] as const;
export type Category = (typeof CATEGORIES)[number];

export const PLACE_PRECISIONS = ["exact", "city", "region", "country"] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

export const ACTOR_KINDS = ["person", "organisation", "state"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** What became of a thing, by an entry of its history. */
export const REVISION_KINDS = [
  "created",
  "imported",
  "changed",
  "cited",
  "uncited",
  "moved",
  "merged",
  "split",
  "hidden",
  "restored",
  "reverted",
  "purged",
] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** `full`: the text as it was read. `excerpts`: only the quoted passages are stored, gaps shown as `[…]`. */
export const COVERAGES = ["full", "excerpts"] as const;
export type Coverage = (typeof COVERAGES)[number];

/** What a contributor may propose: a new event, a passage more for one, a change or the deletion of one, a source. */
export const PROPOSAL_KINDS = ["event", "citation", "change", "deletion", "source"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** What became of a proposal. */
export const PROPOSAL_STATES = ["open", "accepted", "declined", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
