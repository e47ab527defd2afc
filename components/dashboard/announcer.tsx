"use client";

import { useEffect, useState } from "react";
import { toEventCount } from "@/components/ui/counts";
import { STATUS_LABELS } from "@/components/ui/labels";
import { selectTotals } from "@/state/crowd-selectors";
import { selectSelected, selectVisible } from "@/state/selectors";
import { useDashboardStore } from "@/state/use-dashboard";

/** Tells those who do not see the panes how many events are shown and which one is read, once the hand rests. */
export function Announcer() {
  const store = useDashboardStore();
  const [text, setText] = useState("");

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const unsubscribe = store.subscribe((state, before) => {
      const isSame =
        selectVisible(state) === selectVisible(before) &&
        state.focus.eventId === before.focus.eventId &&
        (state.crowd === null || (state.crowd === before.crowd && state.view === before.view));
      if (isSame) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        const now = store.getState();
        const { placed, unplaced, undated } = selectTotals(now);
        const selected = selectSelected(now);
        const events = `${toEventCount(placed + unplaced + undated)} shown`;
        setText(
          selected ? `${selected.event.title}, ${STATUS_LABELS[selected.status]}. ${events}.` : `${events}.`,
        );
      }, 500);
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [store]);

  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
