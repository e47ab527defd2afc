"use client";

import { useRouter } from "next/navigation";
import { editorClient } from "@/app/_editor/editor-client";
import { AddSourcePane } from "@/components/editor/add-source-pane";
import { EditorContext } from "@/components/editor/editor-context";

export function AddSourceIsland({ dossier }: { dossier: string }) {
  const router = useRouter();
  return (
    <EditorContext value={editorClient}>
      <AddSourcePane dossier={dossier} onMade={(source) => router.push(`/d/${dossier}/s/${source}`)} />
    </EditorContext>
  );
}
