"use client";

import dynamic from "next/dynamic";
import { type MouseEvent, memo, useContext, useEffect, useLayoutEffect, useRef } from "react";
import { EditingContext } from "@/components/editor/editing-context";
import { CopyButton } from "@/components/ui/copy-button";
import { dayToWords } from "@/core/time/words";
import { selectMode, selectSelected, selectVisible } from "@/state/selectors";
import { actions } from "@/state/store";
import { useDashboard, useDashboardStore, useReadable } from "@/state/use-dashboard";
import { EventArticle } from "./event-article";
import { Overview } from "./overview";
import styles from "./reader.module.css";
import { ReportedBy } from "./reported-by";

// Those who only read do without it.
const EventMenu = dynamic(() => import("@/components/editor/event-menu"), { ssr: false });

/** What the sources say of the selected event; without one, what the dossier holds. */
export function Reader() {
  const store = useDashboardStore();
  const index = useDashboard((state) => state.index);
  const eventId = useDashboard(({ focus }) => focus.eventId);
  const passageId = useDashboard(({ focus }) => focus.passageId);
  const pane = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another event starts at its head
  useEffect(() => {
    // On a phone it is the whole pane that scrolls.
    for (const element of [pane.current, scroller.current]) element?.scrollTo({ top: 0 });
  }, [eventId, passageId]);

  // Highlighted sentences are links to the pages of their events; here they select them instead.
  function follow(click: MouseEvent<HTMLElement>): void {
    if (click.metaKey || click.ctrlKey || click.shiftKey || !(click.target instanceof Element)) return;
    const link = click.target.closest<HTMLElement>("a[data-event]");
    const event = index.eventsBySlug.get(link?.dataset.event ?? "");
    if (!event) return;
    click.preventDefault();
    // What was clicked is what is read first.
    actions.selectEvent(store, event.id, link?.dataset.passage ?? null);
  }

  return (
    <section ref={pane} className={styles.reader} data-reads={eventId !== null} aria-label="Reader">
      <ReportedBy />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside answer to the keyboard and bubble up here */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is clicked */}
      <div ref={scroller} className={styles.scroller} onClick={follow}>
        {eventId === null ? <Overview /> : <Selected eventId={eventId} passageId={passageId} />}
      </div>
    </section>
  );
}

// The window may move with every frame; what is read in it does not.
const Article = memo(EventArticle);

function Selected({ eventId, passageId }: { eventId: string; passageId: string | null }) {
  const store = useDashboardStore();
  const editing = useContext(EditingContext);
  const index = useDashboard((state) => state.index);
  const reading = useDashboard(selectSelected);
  const visible = useReadable(selectVisible);
  const mode = useDashboard(selectMode);
  const reportedBy = useDashboard(({ view }) => view.reportedBy);
  const event = index.events.get(eventId);

  // The button that closed it goes along, or the one that deleted it: the keys go on from the reader.
  useLayoutEffect(() => {
    return () => {
      const pane = document.getElementById("reader");
      if (pane?.contains(document.activeElement)) pane.focus({ preventScroll: true });
    };
  }, []);

  if (!reading) {
    return (
      <div className={styles.unheard}>
        <h2>{event?.title}</h2>
        <p>No source had spoken of this {reportedBy && `by ${dayToWords(reportedBy, "medium")}`}.</p>
        <button type="button" onClick={() => actions.setReportedBy(store, null)}>
          Show it as known today
        </button>
      </div>
    );
  }
  const position = visible.findIndex((other) => other.event.id === eventId);
  const others = visible.filter(
    (other) => other.event.id !== eventId && event?.placeId && other.event.placeId === event.placeId,
  );
  const place = event?.placeId ? index.places.get(event.placeId) : undefined;
  return (
    <>
      <div className={styles.head}>
        <p>
          {mode === "events" &&
            (position === -1 ? "outside of the filters" : `${position + 1} of ${visible.length}`)}
        </p>
        <CopyButton
          className={styles.link}
          label="Copy link"
          text={() =>
            new URL(`/d/${index.dataset.dossier.slug}/e/${reading.event.slug}`, window.location.href).href
          }
        />
        {editing !== null && <EventMenu reading={reading} className={styles.link} />}
        <button type="button" className={styles.link} onClick={() => actions.clearSelection(store)}>
          Close
        </button>
      </div>
      <Article reading={reading} index={index} level={2} passageId={passageId} />
      {others.length > 0 && (
        <nav className={styles.others} aria-label={`Also in ${place?.name}`}>
          <h3>Also in {place?.name}</h3>
          {others.map(({ event: other }) => (
            <a
              key={other.id}
              href={`/d/${index.dataset.dossier.slug}/e/${other.slug}`}
              data-event={other.slug}
            >
              {other.title}
            </a>
          ))}
        </nav>
      )}
    </>
  );
}
