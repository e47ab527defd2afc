import { PROPOSED, type Proposals } from "./extraction";

/** The proposals of `first`, and where it has none, those of `second`. */
export function mergeProposals(first: Proposals, second: Proposals): Proposals {
  const entries = PROPOSED.map((name) => [name, first[name] ?? second[name]]);
  return Object.fromEntries(entries) as Proposals;
}
