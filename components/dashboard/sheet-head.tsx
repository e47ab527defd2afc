"use client";

import type { KeyboardEvent } from "react";
import { EventTotal } from "@/components/list/event-total";
import { dayToWords } from "@/core/time/words";
import { useDashboard } from "@/state/use-dashboard";
import styles from "./sheet-head.module.css";
import { SHEET_SIZES, type Sheet, type SheetSize } from "./use-sheet";

/** The head of the phone's sheet: the handle, the two pages, and as of when the dossier is read. */
export function SheetHead({ sheet }: { sheet: Sheet }) {
  const { size, page, setSize, showPage, drag } = sheet;
  const reportedBy = useDashboard(({ view }) => view.reportedBy);
  const cycle = () => setSize(toNeighbour(size, 1) ?? "peek");

  function handleKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setSize(toNeighbour(size, step) ?? size);
  }

  return (
    <div className={styles.head}>
      <button
        type="button"
        className={styles.handle}
        onPointerDown={(event) => drag(event, cycle)}
        // A pointer's taps are heard above; a click without one comes from a key or from assistive software.
        onClick={({ detail }) => detail === 0 && cycle()}
        onKeyDown={handleKey}
      >
        <span className="visually-hidden">
          Panel size: <span aria-live="polite">{WORDS[size]}</span>
        </span>
      </button>
      <div className={styles.pages} role="group" aria-label="Panel">
        <button type="button" aria-pressed={page === "events"} onClick={() => showPage("events")}>
          Events <EventTotal className={styles.count} />
        </button>
        <button type="button" aria-pressed={page === "reader"} onClick={() => showPage("reader")}>
          Reader
        </button>
        <button
          type="button"
          className={styles.clock}
          data-active={reportedBy !== null}
          onClick={() => {
            showPage("reader");
            document.getElementById("reported-by")?.focus({ preventScroll: true });
            document.getElementById("reported-by")?.scrollIntoView({ block: "center", inline: "nearest" });
          }}
        >
          As of {reportedBy === null ? "today" : dayToWords(reportedBy, "short")}
        </button>
      </div>
    </div>
  );
}

const WORDS: Record<SheetSize, string> = { peek: "closed", half: "half", full: "full" };

const STEPS: Record<string, -1 | 1> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };

function toNeighbour(size: SheetSize, step: -1 | 1): SheetSize | undefined {
  return SHEET_SIZES[SHEET_SIZES.indexOf(size) + step];
}
