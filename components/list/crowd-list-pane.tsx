"use client";

import { toCount } from "@/components/ui/counts";
import type { CrowdFeed } from "@/state/crowd-feed";
import { selectUndated } from "@/state/crowd-selectors";
import { selectMode } from "@/state/selectors";
import { actions } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import { CrowdList } from "./crowd-list";
import styles from "./crowd-list.module.css";
import { EventList } from "./event-list";

/** The list of a dossier of many events: all of them where they are few enough to be held, else as they are looked at. */
export default function CrowdListPane({ feed }: { feed: CrowdFeed }) {
  const store = useDashboardStore();
  const mode = useDashboard(selectMode);
  const listed = useDashboard(({ crowd }) => crowd?.listed ?? null);
  const undated = useDashboard(selectUndated);
  if (mode === "crowd" || listed !== null) return <CrowdList feed={feed} />;
  return (
    <div className={styles.pane}>
      <EventList />
      {undated > 0 && (
        <button
          type="button"
          className={styles.undated}
          onClick={() => actions.list(store, { kind: "undated" })}
        >
          {toCount(undated)} undated
        </button>
      )}
    </div>
  );
}
