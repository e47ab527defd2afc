import type { EditorClient, Outcome } from "@/components/editor/editor-client";
import { toKey } from "@/components/editor/to-key";
import type { NewProposal, WireProposal } from "@/wire/proposal";
import { editorClient, post, toProposals } from "./editor-client";

/**
 * The way to the server of somebody whose changes an editor decides on: the same forms propose what they would save. The
 * change that they tell of is the proposal, and to undo it is to withdraw it.
 */
export const proposingClient: EditorClient = {
  ...editorClient,
  isProposing: true,
  createEvent: (dossier, body, key) => propose(dossier, { kind: "event", body }, key, { slug: "" }),
  addCitation: (dossier, event, body, key) =>
    propose(dossier, { kind: "citation", event, body }, key, { slug: event }),
  changeEvent: (dossier, event, version, body) =>
    propose(dossier, { kind: "change", event, version, body }, toKey(), null),
  deleteEvent: (dossier, event, version, reason) =>
    propose(dossier, { kind: "deletion", event, version, body: { reason } }, toKey(), null),
  createSource: (dossier, body, key) => propose(dossier, { kind: "source", body }, key, { slug: "" }),
  undoChange: (dossier, proposal) =>
    post(`${toProposals(dossier)}/${proposal}/withdraw`, {}, toKey(), async () => null),
};

/** A proposal as the forms have it: they say everything that a request may leave out. */
type Order = { readonly kind: NewProposal["kind"]; readonly body: object } & Readonly<
  Record<string, unknown>
>;

async function propose<T>(dossier: string, order: Order, key: string, value: T): Promise<Outcome<T>> {
  const toProposal = async (response: Response): Promise<WireProposal> => response.json();
  const outcome = await post(toProposals(dossier), order, key, toProposal);
  switch (outcome.kind) {
    case "done":
      return { kind: "done", value, change: outcome.value.id };
    case "refused": {
      // The forms know the fields of what they write, not of the proposal around it.
      const faults = outcome.faults.map(({ parameter, reason }) => ({
        ...{ parameter: parameter.replace(/^body\./, ""), reason },
      }));
      return { ...outcome, faults };
    }
    default:
      return outcome;
  }
}
