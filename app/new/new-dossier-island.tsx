"use client";

import { useRouter } from "next/navigation";
import { editorClient } from "@/app/_editor/editor-client";
import { EditorContext } from "@/components/editor/editor-context";
import { NewDossierForm } from "@/components/editor/new-dossier-form";

export function NewDossierIsland() {
  const router = useRouter();
  return (
    <EditorContext value={editorClient}>
      <NewDossierForm onMade={(slug) => router.push(`/d/${slug}/add`)} />
    </EditorContext>
  );
}
