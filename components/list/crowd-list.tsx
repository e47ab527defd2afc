"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { StatusGlyph } from "@/components/map/status-glyph";
import { toCount } from "@/components/ui/counts";
import { Icon } from "@/components/ui/icon";
import { STATUS_LABELS } from "@/components/ui/labels";
import { whenToWords } from "@/core/time/when-words";
import type { CrowdFeed } from "@/state/crowd-feed";
import { holdRecords } from "@/state/hold-records";
import { actions } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import type { Told } from "@/wire/records";
import styles from "./crowd-list.module.css";
import list from "./event-list.module.css";
import { EventTotal } from "./event-total";
import { useCrowdRows } from "./use-crowd-rows";
import { useScrollRows } from "./use-scroll-rows";

/** The events of a crowd's window, or of one of its cells, in time order: only the rows that can be seen are there. */
export function CrowdList({ feed }: { feed: CrowdFeed }) {
  const store = useDashboardStore();
  const listed = useDashboard(({ crowd }) => crowd?.listed ?? null);
  const { rows, version, isStale, hasFailed, retry } = useCrowdRows(feed);
  const scroller = useRef<HTMLDivElement>(null);
  const size = rows?.size() ?? 0;
  const { first, last, toTop, height } = useScrollRows(scroller, size);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its head
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [rows]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that has come may leave rows that have not
  useEffect(() => {
    rows?.want(first, last);
  }, [rows, first, last, version]);

  return (
    <section className={list.list} aria-label="Events">
      <h2 className={list.heading}>
        {listed === null ? (
          <>
            Events <EventTotal className={list.count} />
          </>
        ) : (
          <>
            {listed.kind === "undated" ? "Undated" : "In this cell"}{" "}
            <span className={list.count}>{rows && !isStale ? toCount(size) : "…"}</span>
            <button type="button" className={styles.back} onClick={() => actions.list(store, null)}>
              <Icon name="close" /> All events
            </button>
          </>
        )}
      </h2>
      {listed?.kind === "cell" && <p className={styles.name}>{listed.name}</p>}
      {hasFailed && (
        <p className={styles.failed} role="alert">
          The list could not be loaded.{" "}
          <button type="button" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div ref={scroller} className={styles.scroller} data-scroller tabIndex={0}>
        {rows && size === 0 && <p className={list.empty}>Nothing happened in this window.</p>}
        <ol className={styles.rows} style={{ blockSize: height }} data-stale={isStale}>
          {Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).map((row) => (
            <Row key={row} told={rows?.at(row) ?? null} row={row} size={size} top={toTop(row)} />
          ))}
        </ol>
      </div>
    </section>
  );
}

type RowProps = {
  readonly told: Told | null;
  readonly row: number;
  readonly size: number;
  readonly top: number;
};

function Row({ told, row, size, top }: RowProps) {
  const store = useDashboardStore();
  const slug = useDashboard(({ index }) => index.dataset.dossier.slug);
  const isSelected = useDashboard(({ focus }) => focus.eventId !== null && focus.eventId === told?.event.id);
  const position = { "aria-setsize": size, "aria-posinset": row + 1 };
  const style = { transform: `translateY(${top}px)` };
  if (!told) {
    return (
      <li className={`${list.item} ${styles.row}`} style={style} aria-hidden="true">
        <span />
        <span>
          <span className={styles.ghost} />
          <span className={styles.ghost} />
        </span>
      </li>
    );
  }

  function select(click: MouseEvent): void {
    // A click with a modifier asks the browser for the event's own page in another tab.
    if (!told || click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    holdRecords(store, told.records);
    actions.selectEvent(store, told.event.id);
  }

  const { event, status, records } = told;
  const place = records.places.find(({ id }) => id === event.placeId)?.name;
  return (
    <li className={`${list.item} ${styles.row}`} style={style} data-selected={isSelected} {...position}>
      <span className={list.glyph}>
        <StatusGlyph status={status} category={event.category} />
      </span>
      <a
        className={list.title}
        href={`/d/${slug}/e/${event.slug}`}
        title={event.title}
        aria-current={isSelected ? "true" : undefined}
        onClick={select}
      >
        {event.title}
      </a>
      <p className={list.detail}>
        {event.when ? whenToWords(event.when) : "No date in its sources"}
        {place ? ` · ${place}` : ""}
        {status !== "occurred" && <span className={list.status}> · {STATUS_LABELS[status]}</span>}
      </p>
    </li>
  );
}
