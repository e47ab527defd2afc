"use client";

import { useState } from "react";
import type { Zone } from "@/core/time/zone";
import { ChangeList } from "./change-list";
import type { Change } from "./editor-client";
import { useEditorClient } from "./editor-context";
import { Toast, type ToastMessage } from "./toast";
import { undo } from "./undo";

type Props = {
  readonly dossier: string;
  readonly changes: readonly Change[];
  readonly zone: Zone;
  readonly isContinued: boolean;
  readonly toHref: (change: Change) => string | null;
  readonly toMomentHref: (change: Change) => string | null;
  /** Brings what is stored now. */
  readonly onChanged: () => void;
};

/** What was done to a dossier, for somebody who may bring back what was. */
export function RestorableChanges({ dossier, onChanged, ...list }: Props) {
  const client = useEditorClient();
  const [toast, setToast] = useState<ToastMessage | null>(null);

  function tell(text: string, onUndo: (() => void) | null): void {
    setToast((before) => ({ id: (before?.id ?? 0) + 1, text, link: null, undo: onUndo }));
    onChanged();
  }

  async function takeBack(change: string): Promise<void> {
    tell((await undo(client, dossier, change)) ?? "Taken back.", null);
  }

  async function restore({ id, subject }: Change): Promise<void> {
    const outcome = await client.restoreState(dossier, id);
    if (outcome.kind !== "done") {
      return tell("reason" in outcome ? outcome.reason : "Somebody has just changed it; look again.", null);
    }
    const { change } = outcome;
    if (change === null) return tell(`The ${subject.kind} is in that state already.`, null);
    tell(`Brought back the ${subject.kind} as it was.`, () => void takeBack(change));
  }

  return (
    <>
      <ChangeList {...list} onRestore={(change) => void restore(change)} />
      <Toast message={toast} onGone={() => setToast(null)} />
    </>
  );
}
