"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { editorClient } from "@/app/_editor/editor-client";
import { EditSource } from "@/components/editor/edit-source";
import { EditorContext } from "@/components/editor/editor-context";
import type { Dossier, Source } from "@/core/record/record";

/** The way to correct what is said of a source, for somebody who may. */
export function EditSourceIsland({ dossier, source }: { dossier: Dossier; source: Source }) {
  const router = useRouter();
  const refresh = useCallback(() => router.refresh(), [router]);
  return (
    <EditorContext value={editorClient}>
      <EditSource dossier={dossier.slug} zone={dossier.zone} source={source} onChanged={refresh} />
    </EditorContext>
  );
}
