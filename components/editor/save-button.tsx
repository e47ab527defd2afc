"use client";

import { useContext } from "react";
import { EditorContext } from "./editor-context";
import styles from "./form.module.css";

type Props = {
  readonly label: string;
  readonly isBusy: boolean;
  readonly isOffline: boolean;
};

/** The button that saves or proposes; it says when there is no connection, and stays of use: it tries. */
export function SaveButton({ label, isBusy, isOffline }: Props) {
  const isProposing = useContext(EditorContext)?.isProposing ?? false;
  const words = isProposing ? "Propose" : label;
  return (
    <button type="submit" className={styles.primary} aria-disabled={isBusy}>
      {isBusy ? (isProposing ? "Sending…" : "Saving…") : isOffline ? `${words} (no connection)` : words}
    </button>
  );
}
