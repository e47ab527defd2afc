"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { editorClient } from "@/app/_editor/editor-client";
import { EditorContext } from "@/components/editor/editor-context";
import { SourceWorkspace } from "@/components/editor/source-workspace";
import type { WireDataset } from "@/wire/dataset";

/** The text of a source for somebody who may mark sentences in it. */
export function SourceIsland({ wire, slug }: { wire: WireDataset; slug: string }) {
  const router = useRouter();
  const refresh = useCallback(() => router.refresh(), [router]);
  return (
    <EditorContext value={editorClient}>
      <SourceWorkspace wire={wire} slug={slug} onChanged={refresh} />
    </EditorContext>
  );
}
