"use client";

import { useContext } from "react";
import type { Id } from "@/core/record/record";
import { EditingContext } from "./editing-context";

/** The way to give a passage to another event, beside it; nothing where nothing may be changed. */
export function MovePassage({ event, citation }: { event: string; citation: Id }) {
  const editing = useContext(EditingContext);
  return editing === null ? null : (
    <button type="button" onClick={() => editing.begin({ kind: "move", event, citation })}>
      Move this passage…
    </button>
  );
}
