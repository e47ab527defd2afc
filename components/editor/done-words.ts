import type { EditorClient } from "./editor-client";

const PROPOSED = { Saved: "", Deleted: "to delete ", "Added to": "a passage for " } as const;

/** Says what was done to an event, or that it was proposed and what happens next. */
export function toDoneWords(
  { isProposing }: Pick<EditorClient, "isProposing">,
  done: keyof typeof PROPOSED,
  title: string,
): string {
  if (!isProposing) return `${done}: ${title}`;
  return `Proposed: ${PROPOSED[done]}${title}. An editor will look at it.`;
}

/** Where those who propose find what became of it; `null` for those who save. */
export function toProposalsLink({ isProposing }: Pick<EditorClient, "isProposing">, dossier: string) {
  return isProposing ? { label: "Your proposals", href: `/d/${dossier}/proposals` } : null;
}
