"use client";

import { useRouter } from "next/navigation";
import type { Right } from "@/app/_access/to-right";
import { editorClient } from "@/app/_editor/editor-client";
import { proposingClient } from "@/app/_editor/proposing-client";
import { AddSourcePane } from "@/components/editor/add-source-pane";
import { EditorContext } from "@/components/editor/editor-context";

type Props = { readonly dossier: string; readonly right: Right };

/** Adds a source, and goes to its text; or proposes it, and goes to what is proposed. */
export function AddSourceIsland({ dossier, right }: Props) {
  const router = useRouter();
  const isSaving = right === "save";
  return (
    <EditorContext value={isSaving ? editorClient : proposingClient}>
      <AddSourcePane
        dossier={dossier}
        onMade={(source) => router.push(isSaving ? `/d/${dossier}/s/${source}` : `/d/${dossier}/proposals`)}
      />
    </EditorContext>
  );
}
