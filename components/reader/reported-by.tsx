"use client";

import { Icon } from "@/components/ui/icon";
import { compareDays, type Day, parseDay } from "@/core/time/day";
import { dayToWords } from "@/core/time/words";
import { actions, type DashboardState } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./reported-by.module.css";

/** The second clock: the world as it was known when only the sources up to a day had been published. */
export function ReportedBy() {
  const store = useDashboardStore();
  const reportedBy = useDashboard(({ view }) => view.reportedBy);
  const days = useDashboard(selectPublicationDays);
  const sources = useDashboard(({ index }) => index.dataset.sources);
  // What is held of a crowd changes with the window: its sources say nothing of the dossier's.
  const isPartial = useDashboard(({ index }) => index.isPartial);
  const heard = sources.filter(({ publishedOn }) => reportedBy === null || publishedOn <= reportedBy).length;
  const position = reportedBy === null ? days.length : days.filter((day) => day <= reportedBy).length;
  // Past the last publication comes today, which hears everything.
  const moveTo = (next: number) =>
    actions.setReportedBy(store, next > days.length ? null : (days[Math.max(1, next) - 1] ?? null));

  return (
    <div className={styles.clock} data-active={reportedBy !== null}>
      <div className={styles.row}>
        <label className={styles.label} htmlFor="reported-by">
          Reported by
        </label>
        <input
          id="reported-by"
          type="date"
          className={styles.date}
          value={reportedBy ?? ""}
          min="0001-01-01"
          max="9999-12-31"
          onChange={(event) => {
            const day = event.target.value === "" ? null : parseDay(event.target.value);
            actions.setReportedBy(store, day);
          }}
        />
        <button
          type="button"
          className={styles.step}
          disabled={isPartial || days.length === 0 || position <= 1}
          onClick={() => moveTo(reportedBy === null ? days.length : toEarlier(days, reportedBy))}
        >
          <Icon name="left" label="Earlier publication" />
        </button>
        <button
          type="button"
          className={styles.step}
          disabled={isPartial || reportedBy === null}
          onClick={() => moveTo(position + 1)}
        >
          <Icon name="right" label="Later publication" />
        </button>
        {reportedBy !== null && (
          <button type="button" className={styles.today} onClick={() => actions.setReportedBy(store, null)}>
            Today
          </button>
        )}
      </div>
      {!isPartial && days.length > 1 && (
        <input
          type="range"
          className={styles.range}
          aria-label="Publication days"
          aria-valuetext={reportedBy === null ? "Today" : dayToWords(reportedBy, "medium")}
          min={1}
          max={days.length + 1}
          step={1}
          value={reportedBy === null ? days.length + 1 : Math.max(1, position)}
          onChange={(event) => moveTo(Number(event.target.value))}
        />
      )}
      <p className={styles.heard}>
        {reportedBy === null ? "As known today" : `As known on ${dayToWords(reportedBy, "medium")}`}
        {isPartial
          ? ""
          : reportedBy === null
            ? `, from ${heard} ${heard === 1 ? "source" : "sources"}`
            : `: ${heard} of ${sources.length} sources`}
      </p>
    </div>
  );
}

function toEarlier(days: readonly Day[], reportedBy: Day): number {
  return days.filter((day) => day < reportedBy).length;
}

const known = new WeakMap<DashboardState["index"], readonly Day[]>();

function selectPublicationDays({ index }: DashboardState): readonly Day[] {
  const days =
    known.get(index) ??
    [...new Set(index.dataset.sources.map(({ publishedOn }) => publishedOn))].toSorted(compareDays);
  known.set(index, days);
  return days;
}
