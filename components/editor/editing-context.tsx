"use client";

import { createContext } from "react";

/** What can be done to an event. */
export const EVENT_TASKS = [
  { kind: "edit", label: "Edit" },
  { kind: "history", label: "History" },
  { kind: "delete", label: "Delete" },
] as const;

export type EventTask = { readonly kind: (typeof EVENT_TASKS)[number]["kind"]; readonly event: string };

/** Begins a task with an event of the dashboard; `null` where nothing may be changed. */
export const EditingContext = createContext<((task: EventTask) => void) | null>(null);
