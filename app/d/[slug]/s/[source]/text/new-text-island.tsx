"use client";

import { useRouter } from "next/navigation";
import { editorClient } from "@/app/_editor/editor-client";
import { EditorContext } from "@/components/editor/editor-context";
import { NewTextPane } from "@/components/editor/new-text-pane";
import type { WireDataset } from "@/wire/dataset";

export function NewTextIsland({ wire, slug }: { wire: WireDataset; slug: string }) {
  const router = useRouter();
  return (
    <EditorContext value={editorClient}>
      <NewTextPane wire={wire} slug={slug} onSaved={() => router.push(`/d/${wire.dossier.slug}/s/${slug}`)} />
    </EditorContext>
  );
}
