"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useContext, useState } from "react";
import { EditingContext, type EventTask } from "./editing-context";
import { EditorContext } from "./editor-context";

// The first view of a dashboard needs none of it.
const EventTasks = dynamic(() => import("./event-tasks"), { ssr: false });

/** Lets the events of a dashboard be changed, where there is a way to the server that may. */
export function Editing({ children }: { children: ReactNode }) {
  const canEdit = useContext(EditorContext) !== null;
  const [task, setTask] = useState<EventTask | null>(null);
  const [wasAsked, setAsked] = useState(false);
  const begin = useCallback((next: EventTask) => {
    setAsked(true);
    setTask(next);
  }, []);
  return (
    <EditingContext value={canEdit ? begin : null}>
      {children}
      {wasAsked && <EventTasks task={task} onDone={() => setTask(null)} />}
    </EditingContext>
  );
}
