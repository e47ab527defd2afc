"use client";

import { actions } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./crowd-progress.module.css";

/** That new numbers are on their way, or could not be had; what is on the screen stays meanwhile. */
export default function CrowdProgress() {
  const store = useDashboardStore();
  const progress = useDashboard(({ crowd }) => crowd?.progress ?? null);
  if (!progress || progress.kind === "rest") return null;
  if (progress.kind === "waiting") {
    return (
      <p className={styles.waiting} role="status">
        <span className="visually-hidden">Counting…</span>
      </p>
    );
  }
  return (
    <p className={styles.failed} role="alert">
      The numbers could not be loaded; what you see is what was there before.{" "}
      <button
        type="button"
        onClick={() =>
          actions.setCrowd(store, { progress: { kind: "waiting", attempt: progress.attempt + 1 } })
        }
      >
        Try again
      </button>
    </p>
  );
}
