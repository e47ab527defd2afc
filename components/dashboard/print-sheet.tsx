"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { toCount, toEventCount } from "@/components/ui/counts";
import { STATUS_LABELS } from "@/components/ui/labels";
import type { Reading } from "@/core/record/reading";
import type { Place, Source } from "@/core/record/record";
import { type Instant, toInstant } from "@/core/time/instant";
import { whenToWords } from "@/core/time/when-words";
import { dayToWords, instantToWords, rangeToWords, zoneToWords } from "@/core/time/words";
import { selectTotals } from "@/state/crowd-selectors";
import { placesOf, selectSelected, selectVisible, selectZone } from "@/state/selectors";
import { useDashboard } from "@/state/use-dashboard";
import styles from "./print-sheet.module.css";

/** What the printer gets in place of the panes; made only when it is asked for, so that the page itself stays light. */
export function PrintSheet() {
  const printedAt = usePrinting();
  return printedAt === null ? null : <Sheet printedAt={printedAt} />;
}

function Sheet({ printedAt }: { printedAt: Instant }) {
  const index = useDashboard((state) => state.index);
  const view = useDashboard((state) => state.view);
  const zone = useDashboard(selectZone);
  const selected = useDashboard(selectSelected);
  const visible = useDashboard(selectVisible);
  const { placed, unplaced, undated } = useDashboard(selectTotals);
  const events = useDashboard(({ crowd }) => crowd?.overview.events ?? index.dataset.events.length);
  const { dossier } = index.dataset;
  const readings = selected ? [selected, ...visible.filter((reading) => reading !== selected)] : visible;
  const sources = [...new Set(readings.flatMap(({ citations }) => citations.map(({ source }) => source)))];
  const places = new Set(readings.flatMap(({ event }) => placesOf(event)));

  return (
    <article className={styles.sheet}>
      <header>
        <h1>{dossier.title}</h1>
        {dossier.summary !== "" && <p>{dossier.summary}</p>}
        <p className={styles.facts}>
          {rangeToWords(view.window, zone)} · {toCount(placed + unplaced + undated)} of {toEventCount(events)}
          {view.reportedBy !== null && ` · as reported by ${dayToWords(view.reportedBy, "medium")}`}
          {view.filters.q !== "" && ` · search for “${view.filters.q}”`}
        </p>
        <p className={styles.facts}>
          Printed {instantToWords(printedAt, zone)}, {zoneToWords(zone, printedAt)}, from{" "}
          {window.location.href}
        </p>
      </header>
      {readings.map((reading) => (
        <PrintedEvent
          key={reading.event.id}
          reading={reading}
          places={placesOf(reading.event).flatMap((id) => index.places.get(id) ?? [])}
          sources={sources}
          isSelected={reading === selected}
        />
      ))}
      {places.size > 0 && (
        <section aria-label="Places">
          <h2>Places</h2>
          <ul>
            {[...places].map((id) => {
              const place = index.places.get(id);
              return place && <li key={id}>{toPlaceWords(place)}</li>;
            })}
          </ul>
        </section>
      )}
      <section aria-label="Sources">
        <h2>Sources</h2>
        <ol className={styles.sources}>
          {sources.map((source) => (
            <li key={source.id}>
              {source.publisher}
              {source.byline && `, ${source.byline}`}, “{source.title}”,{" "}
              {dayToWords(source.publishedOn, "medium")}. {source.url ?? "No link is stored."}
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}

type PrintedEventProps = {
  readonly reading: Reading;
  readonly places: readonly Place[];
  /** In the order of their numbers, which begin with 1. */
  readonly sources: readonly Source[];
  readonly isSelected: boolean;
};

function PrintedEvent({ reading, places, sources, isSelected }: PrintedEventProps) {
  const { event, when, status, citations } = reading;
  return (
    <section className={styles.event} data-selected={isSelected}>
      <h2>{event.title}</h2>
      <p className={styles.facts}>
        {when ? whenToWords(when) : "Undated"}
        {places.length > 0 && ` · ${places.map(toPlaceWords).join(" · ")}`} · {STATUS_LABELS[status]}
      </p>
      {citations.map(({ citation, passage, source, disagrees }) => (
        <blockquote key={citation.id}>
          “{passage.exact}” [{sources.indexOf(source) + 1}]
          {disagrees !== null && <span className={styles.disagrees}> (disagrees)</span>}
        </blockquote>
      ))}
    </section>
  );
}

function toPlaceWords({ name, lat, lon, precision }: Place): string {
  const about = precision === "region" || precision === "country" ? ` (the ${precision})` : "";
  return `${name}${about} ${lat.toFixed(2)}, ${lon.toFixed(2)}`;
}

/** When printing was asked for; `null` while nothing is printed. */
function usePrinting(): Instant | null {
  const [printedAt, setPrintedAt] = useState<Instant | null>(null);

  useEffect(() => {
    const paper = matchMedia("print");
    // The browser prints what is there when this returns.
    const begin = () => flushSync(() => setPrintedAt(toInstant(Date.now())));
    const end = () => setPrintedAt(null);
    const change = () => (paper.matches ? begin() : end());
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    paper.addEventListener("change", change);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      paper.removeEventListener("change", change);
    };
  }, []);

  return printedAt;
}
