import type { EditorClient } from "./editor-client";

/** Takes a change back; gives what kept it from being taken back, or `null`. */
export async function undo(client: EditorClient, dossier: string, change: string): Promise<string | null> {
  const outcome = await client.undoChange(dossier, change);
  if (outcome.kind === "done") return null;
  return outcome.kind === "conflict" ? "It stays: somebody has changed it since." : outcome.reason;
}
