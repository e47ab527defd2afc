"use client";

import { useContext } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
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
    <SubmitButton className={styles.primary} isBusy={isBusy}>
      {isBusy ? (isProposing ? "Sending…" : "Saving…") : isOffline ? `${words} (no connection)` : words}
    </SubmitButton>
  );
}
