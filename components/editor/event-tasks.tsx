"use client";

import { useMemo, useState } from "react";
import { useDashboard } from "@/state/use-dashboard";
import { DeletePanel } from "./delete-panel";
import { EditPanel } from "./edit-panel";
import type { EventTask } from "./editing-context";
import { useEditorClient } from "./editor-context";
import { toEventSetting } from "./event-setting";
import { HistoryPanel } from "./history-panel";
import { Toast, type ToastMessage } from "./toast";
import { undo } from "./undo";

type Props = { readonly task: EventTask | null; readonly onDone: () => void };

/** The panel of what is being done to an event of the dashboard, and word of what was done. */
export default function EventTasks({ task, onDone }: Props) {
  const client = useEditorClient();
  const index = useDashboard((state) => state.index);
  const setting = useMemo(() => toEventSetting(index), [index]);
  const [toast, setToast] = useState<ToastMessage | null>(null);

  function finish(text: string, change: string | null): void {
    onDone();
    tell(text, change === null ? null : () => void takeBack(change));
  }

  async function takeBack(change: string): Promise<void> {
    tell((await undo(client, setting.dossier, change)) ?? "Taken back.", null);
  }

  function tell(text: string, onUndo: (() => void) | null): void {
    setToast((before) => ({ id: (before?.id ?? 0) + 1, text, link: null, undo: onUndo }));
  }

  const shared = { setting, event: task?.event ?? "", onClose: onDone, onDone: finish };
  return (
    <>
      {task?.kind === "edit" && <EditPanel key={task.event} {...shared} />}
      {task?.kind === "delete" && <DeletePanel key={task.event} {...shared} />}
      {task?.kind === "history" && <HistoryPanel key={task.event} {...shared} />}
      <Toast message={toast} onGone={() => setToast(null)} />
    </>
  );
}
