"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import type { Right } from "@/app/_access/to-right";
import { editorClient } from "@/app/_editor/editor-client";
import { proposingClient } from "@/app/_editor/proposing-client";
import { EditorContext } from "@/components/editor/editor-context";
import { SourceWorkspace } from "@/components/editor/source-workspace";
import type { WireDataset } from "@/wire/dataset";

type Props = { readonly wire: WireDataset; readonly slug: string; readonly right: Right };

/** The text of a source for somebody who may mark sentences in it. */
export function SourceIsland({ wire, slug, right }: Props) {
  const router = useRouter();
  const refresh = useCallback(() => router.refresh(), [router]);
  return (
    <EditorContext value={right === "save" ? editorClient : proposingClient}>
      <SourceWorkspace wire={wire} slug={slug} onChanged={refresh} />
    </EditorContext>
  );
}
