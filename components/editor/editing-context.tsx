"use client";

import { createContext } from "react";
import type { LonLat } from "@/core/record/record";

/** What can be done to an event in a panel of its own. */
export type EventTask =
  | { readonly kind: "edit" | "history" | "delete" | "merge" | "split" | "move"; readonly event: string }
  /** Its mark was put elsewhere; `onEnd` hears whether it stays there. */
  | {
      readonly kind: "place";
      readonly event: string;
      readonly to: LonLat;
      readonly onEnd: (isSaved: boolean) => void;
    };

export type Editing = {
  readonly begin: (task: EventTask) => void;
  /** Says what was done; with the change that did it, it can be taken back. */
  readonly tell: (text: string, change: string | null) => void;
  /** The event whose dates and place can be dragged at the moment, by its slug. */
  readonly adjusted: string | null;
  readonly adjust: (event: string | null) => void;
};

/** The way to change events of the dashboard; `null` where nothing may be changed. */
export const EditingContext = createContext<Editing | null>(null);
