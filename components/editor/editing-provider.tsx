"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useContext, useMemo, useState } from "react";
import { type Editing, EditingContext, type EventTask } from "./editing-context";
import { EditorContext } from "./editor-context";
import type { Said } from "./event-tasks";

// The first view of a dashboard needs none of it.
const EventTasks = dynamic(() => import("./event-tasks"), { ssr: false });

/** Lets the events of a dashboard be changed, where there is a way to the server that may. */
export function EditingProvider({ children }: { children: ReactNode }) {
  const canEdit = useContext(EditorContext) !== null;
  const [task, setTask] = useState<EventTask | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [adjusted, adjust] = useState<string | null>(null);
  const [wasAsked, setAsked] = useState(false);
  const editing = useMemo<Editing | null>(() => {
    if (!canEdit) return null;
    return {
      begin(next) {
        setAsked(true);
        setTask(next);
      },
      tell(text, change) {
        setAsked(true);
        setSaid((before) => ({ id: (before?.id ?? 0) + 1, text, change }));
      },
      adjusted,
      adjust,
    };
  }, [canEdit, adjusted]);
  return (
    <EditingContext value={editing}>
      {children}
      {wasAsked && (
        <EventTasks task={task} said={said} onDone={() => setTask(null)} onHeard={() => setSaid(null)} />
      )}
    </EditingContext>
  );
}
