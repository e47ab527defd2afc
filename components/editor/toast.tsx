"use client";

import { useContext, useEffect, useRef, useState } from "react";
import type { Milliseconds } from "@/core/time/instant";
import { EditorContext } from "./editor-context";
import styles from "./toast.module.css";

export type ToastMessage = {
  /** Another id is another message, with its time before it. */
  readonly id: number;
  readonly text: string;
  readonly link: { readonly label: string; readonly href: string } | null;
  readonly undo: (() => void) | null;
};

// WCAG leaves it open; ten seconds are what this program promises, and a hand on the message stops its clock.
const SHOWN: Milliseconds = 12_000;

/** Says what was done, and takes it back on request; it goes by itself unless it is pointed at or has the focus. */
export function Toast({ message, onGone }: { message: ToastMessage | null; onGone: () => void }) {
  const [isHeld, setHeld] = useState(false);
  const isProposing = useContext(EditorContext)?.isProposing ?? false;
  const gone = useRef(onGone);
  gone.current = onGone;
  const id = message?.id ?? null;
  useUndoKey(message?.undo ?? null);

  useEffect(() => {
    if (id === null || isHeld) return;
    const timer = setTimeout(() => gone.current(), SHOWN);
    return () => clearTimeout(timer);
  }, [id, isHeld]);

  return (
    <div className={styles.place} role="status">
      {message !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only notices whether it is pointed at
        <div
          className={styles.toast}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <p>{message.text}</p>
          <div className={styles.actions}>
            {message.link !== null && <a href={message.link.href}>{message.link.label}</a>}
            {message.undo !== null && (
              <button type="button" aria-keyshortcuts="Control+Z Meta+Z" onClick={message.undo}>
                {isProposing ? "Withdraw" : "Undo"}
              </button>
            )}
            <button type="button" onClick={onGone}>
              Dismiss
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

/** The key that takes back everywhere else does so here too, as long as the message stands; in a field it is the field's. */
function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    if (undo === null) return;
    function press(event: KeyboardEvent): void {
      const isUndo =
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === "z";
      const isInField = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (!isUndo || isInField) return;
      event.preventDefault();
      undo?.();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [undo]);
}
