"use client";

import { useEffect, useState } from "react";
import { ChangeList } from "./change-list";
import type { Change } from "./editor-client";
import { useEditorClient } from "./editor-context";
import type { EventSetting } from "./event-setting";
import form from "./form.module.css";
import { SidePanel } from "./side-panel";

type Props = {
  readonly setting: Pick<EventSetting, "dossier" | "zone">;
  /** "event:slug" or "source:slug". */
  readonly subject: string;
  readonly onClose: () => void;
  readonly onDone: (text: string, change: string | null) => void;
};

/** What was done to an event or a source, newest first; each earlier state can be had again. */
export function HistoryPanel({ setting, subject, onClose, onDone }: Props) {
  const client = useEditorClient();
  const { dossier } = setting;
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    client.loadChanges(dossier, subject).then((outcome) => {
      if (isGone) return;
      if (outcome.kind === "done") setChanges(outcome.value);
      else setProblem("reason" in outcome ? outcome.reason : "It is being changed.");
    });
    return () => {
      isGone = true;
    };
  }, [client, dossier, subject]);

  async function revert(change: Change): Promise<void> {
    setProblem(null);
    const outcome = await client.restoreState(dossier, change.id);
    if (outcome.kind === "done") onDone("Brought back as it was.", outcome.change);
    else setProblem("reason" in outcome ? outcome.reason : "Somebody has just changed it; look again.");
  }

  return (
    <SidePanel title="History" onClose={onClose}>
      {problem !== null && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
      {changes === null ? (
        problem === null && (
          <p className={form.hint} role="status">
            Loading the history…
          </p>
        )
      ) : (
        <ChangeList
          changes={changes}
          zone={setting.zone}
          toHref={() => null}
          {...(!client.isProposing && { onRestore: (change: Change) => void revert(change) })}
        />
      )}
    </SidePanel>
  );
}
