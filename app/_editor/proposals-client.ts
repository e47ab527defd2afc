import { toKey } from "@/components/editor/to-key";
import type { ProposalsClient } from "@/components/proposals/proposals-client";
import { editorClient, post, toProposals } from "./editor-client";

/** The way to the server of those who decide on proposals. */
export const proposalsClient: ProposalsClient = {
  accept: (dossier, proposal) => send(dossier, proposal, "accept", {}),
  decline: (dossier, proposal, reason) => send(dossier, proposal, "decline", { reason }),
  withdraw: (dossier, proposal) => send(dossier, proposal, "withdraw", {}),
  undoChange: editorClient.undoChange,
};

function send(dossier: string, proposal: string, act: "accept" | "decline" | "withdraw", body: object) {
  return post(`${toProposals(dossier)}/${proposal}/${act}`, body, toKey(), async () => null);
}
