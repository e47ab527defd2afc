"use client";

import { type MouseEvent, memo, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { StatusGlyph } from "@/components/map/status-glyph";
import { STATUS_LABELS } from "@/components/ui/labels";
import type { Reading } from "@/core/record/reading";
import type { Dossier } from "@/core/record/record";
import { whenToWords } from "@/core/time/when-words";
import { NO_FILTERS } from "@/core/timeline/view";
import { selectFiltered, selectVisible } from "@/state/selectors";
import { actions } from "@/state/store";
import { useDashboard, useDashboardStore, useReadable } from "@/state/use-dashboard";
import styles from "./event-list.module.css";

/** The events of the window in time order, then the undated: the map and the timeline in words. */
export function EventList() {
  const visible = useReadable(selectVisible);
  // While the hand drags, map and timeline come first: a long list follows when a frame has room for it.
  const readings = useDeferredValue(visible);
  const dated = useMemo(() => readings.filter(({ when }) => when !== null), [readings]);
  const undated = useMemo(() => readings.filter(({ when }) => when === null), [readings]);
  const dossier = useDashboard(({ index }) => index.dataset.dossier);

  return (
    <section className={styles.list} aria-label="Events">
      <h2 className={styles.heading}>
        Events <span className={styles.count}>{visible.length}</span>
      </h2>
      <div className={styles.scroller} data-scroller>
        {readings.length === 0 && <NothingHere />}
        <Items readings={dated} dossier={dossier} />
        {undated.length > 0 && (
          <>
            <h3 className={styles.undated}>Undated</h3>
            <Items readings={undated} dossier={dossier} />
          </>
        )}
      </div>
    </section>
  );
}

const Items = memo(function Items({ readings, dossier }: { readings: readonly Reading[]; dossier: Dossier }) {
  if (readings.length === 0) return null;
  return (
    <ol>
      {readings.map((reading) => (
        <Item key={reading.event.id} reading={reading} dossier={dossier} />
      ))}
    </ol>
  );
});

const Item = memo(function Item({ reading, dossier }: { reading: Reading; dossier: Dossier }) {
  const { event, status, when } = reading;
  const store = useDashboardStore();
  const isSelected = useDashboard(({ focus }) => focus.eventId === event.id);
  const isHovered = useDashboard(({ focus }) => focus.hoveredId === event.id);
  const place = useDashboard(({ index }) =>
    event.placeId === null ? null : index.places.get(event.placeId)?.name,
  );
  const item = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (isSelected && item.current) revealInList(item.current);
  }, [isSelected]);

  function select(click: MouseEvent): void {
    // A click with a modifier asks the browser for the event's own page in another tab.
    if (click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    actions.selectEvent(store, event.id);
  }

  return (
    <li
      ref={item}
      className={styles.item}
      data-selected={isSelected}
      data-hovered={isHovered}
      onPointerEnter={() => actions.hover(store, event.id)}
      onPointerLeave={() => actions.hover(store, null)}
    >
      <span className={styles.glyph}>
        <StatusGlyph status={status} category={event.category} />
      </span>
      <a
        className={styles.title}
        href={`/d/${dossier.slug}/e/${event.slug}`}
        aria-current={isSelected ? "true" : undefined}
        onClick={select}
      >
        {event.title}
      </a>
      <p className={styles.detail}>
        {when ? whenToWords(when) : "No date in its sources"}
        {place ? ` · ${place}` : ""}
        {status !== "occurred" && <span className={styles.status}> · {STATUS_LABELS[status]}</span>}
      </p>
    </li>
  );
});

// `scrollIntoView` would scroll everything around the list too, such as a phone's sheet away from what is read.
function revealInList(item: HTMLElement): void {
  const scroller = item.closest("[data-scroller]");
  if (!scroller) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), item.getBoundingClientRect()];
  const [above, below] = [outer.top - inner.top, inner.bottom - outer.bottom];
  if (above > 0) scroller.scrollBy({ top: -above, behavior: "instant" });
  else if (below > 0) scroller.scrollBy({ top: below, behavior: "instant" });
}

function NothingHere() {
  const store = useDashboardStore();
  const filtered = useDashboard(selectFiltered);
  const total = useDashboard(({ index }) => index.dataset.events.length);
  const extent = useDashboard((state) => state.extent);
  if (total === 0) return <p className={styles.empty}>This dossier has no events yet.</p>;
  if (filtered.length === 0) {
    return (
      <div className={styles.empty}>
        <p>No event matches the filters.</p>
        <button type="button" onClick={() => actions.setFilters(store, NO_FILTERS)}>
          Clear filters
        </button>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <p>
        Nothing happened in this window. {filtered.length}{" "}
        {filtered.length === 1 ? "event lies" : "events lie"} outside of it.
      </p>
      <button type="button" onClick={() => actions.setWindow(store, extent)}>
        Show all time
      </button>
    </div>
  );
}
