"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { editorClient } from "@/app/_editor/editor-client";
import type { Change } from "@/components/editor/editor-client";
import { EditorContext } from "@/components/editor/editor-context";
import { RestorableChanges } from "@/components/editor/restorable-changes";
import type { Zone } from "@/core/time/zone";
import { toChangeHref, toMomentHref } from "./change-hrefs";

type Props = {
  readonly dossier: string;
  readonly changes: readonly Change[];
  readonly zone: Zone;
  readonly isContinued: boolean;
  /** Whether the dossier can be seen whole, as it was. */
  readonly isWhole: boolean;
};

/** The changes of a dossier for somebody who may change it. */
export function ChangesIsland({ dossier, isWhole, ...list }: Props) {
  const router = useRouter();
  const refresh = useCallback(() => router.refresh(), [router]);
  return (
    <EditorContext value={editorClient}>
      <RestorableChanges
        {...list}
        dossier={dossier}
        toHref={(change) => toChangeHref(dossier, change)}
        toMomentHref={(change) => (isWhole ? toMomentHref(dossier, change) : null)}
        onChanged={refresh}
      />
    </EditorContext>
  );
}
