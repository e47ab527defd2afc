"use client";

import { useContext, useEffect, useRef } from "react";
import { EditingContext } from "@/components/editor/editing-context";
import type { Reading } from "@/core/record/reading";
import styles from "./adjust-note.module.css";

/** How the event that is read is adjusted by hand, and the way out; leaving the event ends it as well. */
export function AdjustNote({ reading }: { reading: Reading }) {
  const editing = useContext(EditingContext);
  const done = useRef<HTMLButtonElement>(null);
  const adjust = editing?.adjust;
  const { event, when } = reading;

  useEffect(() => {
    done.current?.focus({ preventScroll: true });
    return () => adjust?.(null);
  }, [adjust]);

  const isDated = event.when !== null && event.when.edtf === when?.edtf;
  return (
    <section className={styles.note} aria-label="Adjust by hand">
      <p>{toHint(isDated, event.placeId !== null)}</p>
      <p className={styles.ways}>
        {isDated && (
          <>
            <Way to="adjust-begin" label="Begin" />
            <Way to="adjust-end" label="End" />
          </>
        )}
        {event.placeId !== null && <Way to="adjust-mark" label="Mark" />}
        <button ref={done} type="button" onClick={() => adjust?.(null)}>
          Done
        </button>
      </p>
    </section>
  );
}

/** The way to a handle for those who do not point at it. */
function Way({ to, label }: { to: string; label: string }) {
  return (
    <button type="button" onClick={() => document.getElementById(to)?.focus()}>
      {label}
    </button>
  );
}

function toHint(isDated: boolean, isPlaced: boolean): string {
  if (!isDated && !isPlaced)
    return "It has neither a date nor a place that could be dragged; Edit gives it both.";
  const parts = [
    ...(isDated ? ["the ends of its bar on the timeline"] : []),
    ...(isPlaced ? ["its mark on the map"] : []),
  ];
  return `Drag ${parts.join(", or ")}. With keys: go to one, move it with the arrows, save it with Enter.`;
}
