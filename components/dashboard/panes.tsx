"use client";

import { type ReactNode, useRef } from "react";
import styles from "./dashboard.module.css";
import { Divider } from "./divider";
import { SheetHead } from "./sheet-head";
import { useSheet } from "./use-sheet";

type Props = {
  readonly events: ReactNode;
  readonly map: ReactNode;
  readonly reader: ReactNode;
  readonly timeline: ReactNode;
};

/** The four panes: side by side with dividers, or on a phone map and timeline over a sheet that holds the rest. */
export function Panes({ events, map, reader, timeline }: Props) {
  const main = useRef<HTMLElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const sheet = useSheet(main, pages);

  return (
    <main ref={main} className={styles.main} data-sheet={sheet.size}>
      <div className={styles.sheet}>
        <SheetHead sheet={sheet} />
        <div ref={pages} className={styles.pages} onScroll={sheet.readPage}>
          <div className={styles.events} id="events">
            {events}
          </div>
          <div className={styles.reader} id="reader" tabIndex={-1}>
            {reader}
          </div>
        </div>
      </div>
      <div className={styles.map} id="map">
        {map}
      </div>
      <div className={styles.timeline} id="timeline">
        {timeline}
      </div>
      <Divider pane="list" />
      <Divider pane="listBelow" />
      <Divider pane="reader" />
      <Divider pane="timeline" />
    </main>
  );
}
