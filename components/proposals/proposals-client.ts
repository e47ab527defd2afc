import type { EditorClient, Outcome } from "@/components/editor/editor-client";

/** What those who decide on proposals may ask of the server. */
export type ProposalsClient = Pick<EditorClient, "undoChange"> & {
  readonly accept: (dossier: string, proposal: string) => Promise<Outcome<null>>;
  readonly decline: (dossier: string, proposal: string, reason: string) => Promise<Outcome<null>>;
  /** Takes one's own back. */
  readonly withdraw: (dossier: string, proposal: string) => Promise<Outcome<null>>;
};
