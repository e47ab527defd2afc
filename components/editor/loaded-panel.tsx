"use client";

import type { ReactNode } from "react";
import type { StoredEvent } from "./editor-client";
import type { EventSetting } from "./event-setting";
import form from "./form.module.css";
import { SidePanel } from "./side-panel";
import { useLoadedEvent } from "./use-loaded-event";

/** What every panel needs that does something to an event. */
export type PanelProps = {
  readonly setting: EventSetting;
  readonly event: string;
  readonly onClose: () => void;
  /** Hears what was done, and by which change. */
  readonly onDone: (text: string, change: string | null) => void;
};

/** What is said where an event was changed between looking and saving. */
export const CHANGED_MEANWHILE = "Somebody has just changed this event. Close this, and look at it again.";

type Props = Pick<PanelProps, "setting" | "event" | "onClose"> & {
  readonly title: string;
  readonly children: (loaded: StoredEvent) => ReactNode;
};

/** A panel for an event as it is stored now, with its version. */
export function LoadedPanel({ title, setting, event, onClose, children }: Props) {
  const loaded = useLoadedEvent(setting.dossier, event);
  return (
    <SidePanel title={title} onClose={onClose}>
      {loaded.kind === "done" ? (
        children(loaded.value)
      ) : (
        <p className={form.hint} role="status">
          {loaded.kind === "loading" ? "Loading the event…" : loaded.reason}
        </p>
      )}
    </SidePanel>
  );
}
