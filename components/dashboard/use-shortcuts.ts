"use client";

import { useEffect } from "react";
import type { Instant } from "@/core/time/instant";
import { zoomWindow } from "@/core/timeline/window";
import { actions, type DashboardStore } from "@/state/store";
import { areShortcutsOn } from "./shortcut-switch";

type Handlers = { readonly openHelp: () => void };

/** Single keys for what the hand does most; they can be switched off, for those whose software types for them. */
export function useShortcuts(store: DashboardStore, { openHelp }: Handlers): void {
  useEffect(() => {
    function handle(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog[open]")) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.key === "Escape" && !isEditable(target)) return actions.clearSelection(store);
      if (!areShortcutsOn() || isEditable(target)) return;
      // On a button or a link, space is the button's own.
      if (event.key === " " && target?.closest("button, a, summary, select, label")) return;
      const act = KEYS[event.key];
      if (event.key === "?") openHelp();
      else if (event.key === "/") document.getElementById("search")?.focus();
      else if (act) act(store);
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", handle);
    return () => window.removeEventListener("keydown", handle);
  }, [store, openHelp]);
}

const KEYS: Record<string, (store: DashboardStore) => void> = {
  "[": (store) => actions.stepEvent(store, -1),
  "]": (store) => actions.stepEvent(store, 1),
  " ": (store) => actions.togglePlay(store),
  "+": (store) => zoomAtPlayhead(store, 0.5),
  "=": (store) => zoomAtPlayhead(store, 0.5),
  "-": (store) => zoomAtPlayhead(store, 2),
};

function zoomAtPlayhead(store: DashboardStore, factor: number): void {
  const { window, playhead } = store.getState().view;
  actions.setWindow(store, zoomWindow(window, factor, playhead as Instant));
}

function isEditable(target: HTMLElement | null): boolean {
  return target !== null && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
