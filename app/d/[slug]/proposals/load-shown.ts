import type { ShownProposal } from "@/components/proposals/shown-proposal";
import { encodeProposal } from "@/server/http/proposal-answers";
import { loadChanges } from "@/server/queries/load-changes";
import type { ListedProposal } from "@/server/queries/load-proposals";

// More than a few changes are read in the history of the event.
const MOST_MEANWHILE = 10;

/** Proposals as their page shows them: with what was done since to the events that they are about. */
export function loadShown(
  slug: string,
  proposals: readonly ListedProposal[],
  reader: string | null,
): Promise<ShownProposal[]> {
  return Promise.all(
    proposals.map(async (proposal) => ({
      ...encodeProposal(proposal, reader),
      meanwhile: await loadMeanwhile(slug, proposal),
    })),
  );
}

async function loadMeanwhile(
  slug: string,
  { state, event, at }: ListedProposal,
): Promise<ShownProposal["meanwhile"]> {
  if (state !== "open" || event === null || !event.isChanged) return [];
  const subject = { kind: "event", slug: event.slug };
  const page = await loadChanges(slug, { limit: MOST_MEANWHILE, cursor: null, subject, isWhole: true });
  return (page?.changes ?? [])
    .filter((change) => change.at >= at)
    .map(({ id, author, differences }) => ({ id, author, differences }));
}
