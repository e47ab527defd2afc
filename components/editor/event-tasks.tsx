"use client";

import { useContext, useMemo } from "react";
import { PlacePanel } from "@/components/adjust/place-panel";
import { actions } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import { DeletePanel } from "./delete-panel";
import { toProposalsLink } from "./done-words";
import { EditPanel } from "./edit-panel";
import { EditingContext, type EventTask } from "./editing-context";
import { useEditorClient } from "./editor-context";
import { toEventSetting } from "./event-setting";
import { HistoryPanel } from "./history-panel";
import { MergePanel } from "./merge-panel";
import { MovePanel } from "./move-panel";
import { SplitPanel } from "./split-panel";
import { Toast } from "./toast";
import { undo } from "./undo";

/** What was done, and by which change, so that it can be taken back. */
export type Said = { readonly id: number; readonly text: string; readonly change: string | null };

type Props = {
  readonly task: EventTask | null;
  readonly said: Said | null;
  readonly onDone: () => void;
  readonly onHeard: () => void;
};

/** The panel of what is being done to an event of the dashboard, and word of what was done. */
export default function EventTasks({ task, said, onDone, onHeard }: Props) {
  const client = useEditorClient();
  const store = useDashboardStore();
  const editing = useContext(EditingContext);
  const index = useDashboard((state) => state.index);
  const setting = useMemo(() => toEventSetting(index), [index]);

  function finish(text: string, change: string | null): void {
    onDone();
    editing?.tell(text, change);
  }

  async function takeBack(change: string): Promise<void> {
    editing?.tell((await undo(client, setting.dossier, change)) ?? "Taken back.", null);
  }

  /** What was read is another event by now. */
  function show(slug: string): void {
    const event = store.getState().index.eventsBySlug.get(slug);
    if (event) actions.selectEvent(store, event.id);
  }

  const { change = null } = said ?? {};
  const message = said && {
    ...{ id: said.id, text: said.text },
    link: change === null ? null : toProposalsLink(client, setting.dossier),
    undo: change === null ? null : () => void takeBack(change),
  };
  const shared = { setting, event: task?.event ?? "", onClose: onDone, onDone: finish };
  return (
    <>
      {task?.kind === "edit" && <EditPanel key={task.event} {...shared} />}
      {task?.kind === "delete" && <DeletePanel key={task.event} {...shared} />}
      {task?.kind === "history" && (
        <HistoryPanel key={task.event} {...shared} subject={`event:${task.event}`} />
      )}
      {task?.kind === "merge" && <MergePanel key={task.event} {...shared} index={index} onMerged={show} />}
      {task?.kind === "split" && <SplitPanel key={task.event} {...shared} />}
      {task?.kind === "move" && <MovePanel key={task.event} {...shared} index={index} />}
      {task?.kind === "place" && (
        <PlacePanel key={task.event} {...shared} index={index} to={task.to} onEnd={task.onEnd} />
      )}
      <Toast message={message} onGone={onHeard} />
    </>
  );
}
