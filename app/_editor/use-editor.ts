import { useEffect, useState } from "react";
import type { Right } from "@/app/_access/to-right";
import type { EditorClient } from "@/components/editor/editor-client";
import { editorClient } from "./editor-client";

/** The editor's way to the server for whoever may use it; who proposes waits a moment for theirs, and nobody else pays. */
export function useEditor(right: Right | null): EditorClient | null {
  const [proposing, setProposing] = useState<EditorClient | null>(null);
  useEffect(() => {
    if (right !== "propose") return;
    let isGone = false;
    import("./proposing-client").then(({ proposingClient }) => {
      if (!isGone) setProposing(proposingClient);
    });
    return () => {
      isGone = true;
    };
  }, [right]);
  return right === "save" ? editorClient : right === "propose" ? proposing : null;
}
