"use client";

import { useEffect, useMemo, useState } from "react";
import { Filters } from "@/components/find/filters";
import type { Search } from "@/components/find/search-box";
import { EventList } from "@/components/list/event-list";
import { MapPane } from "@/components/map/map-pane";
import type { LoadBasemap } from "@/components/map/map-view";
import { Reader } from "@/components/reader/reader";
import { Timeline } from "@/components/timeline/timeline";
import { connectPlayer } from "@/state/player";
import { createDashboardStore } from "@/state/store";
import { connectUrl } from "@/state/url-sync";
import { DashboardContext } from "@/state/use-dashboard";
import { decodeDataset, type WireDataset } from "@/wire/dataset";
import { Announcer } from "./announcer";
import styles from "./dashboard.module.css";
import { Header } from "./header";
import { openDashboard } from "./open-dashboard";
import { Panes } from "./panes";
import { PrintSheet } from "./print-sheet";
import { useShortcuts } from "./use-shortcuts";

type Props = {
  readonly wire: WireDataset;
  /** The query of the address, without its question mark. */
  readonly query: string;
  readonly search: Search;
  readonly loadBasemap: LoadBasemap;
};

/** A dossier on one screen: list, map, reader and timeline, all showing one view. */
export function Dashboard({ wire, query, search, loadBasemap }: Props) {
  const { store, opening, faults } = useState(() => {
    const opened = openDashboard(decodeDataset(wire), query);
    return { ...opened, store: createDashboardStore(opened.state) };
  })[0];
  const [notices, setNotices] = useState(faults);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const shortcuts = useMemo(() => ({ openHelp: () => setHelpOpen(true) }), []);

  useEffect(() => connectPlayer(store), [store]);
  useEffect(() => connectUrl(store, opening), [store, opening]);
  useShortcuts(store, shortcuts);

  return (
    <DashboardContext value={store}>
      <div className={styles.dashboard}>
        <a className={styles.skip} href="#reader">
          Skip to the reader
        </a>
        <Header search={search} opening={opening} isHelpOpen={isHelpOpen} onHelp={setHelpOpen} />
        <noscript>
          <div className={styles.notice}>
            Map and timeline need JavaScript. Without it, each event of the list and each source leads to a
            page of its own.
          </div>
        </noscript>
        {notices.length > 0 && (
          <div className={styles.notice} role="status">
            <p>Part of this link could not be followed. {notices.join(" ")}</p>
            <button type="button" onClick={() => setNotices([])}>
              Dismiss
            </button>
          </div>
        )}
        <Panes
          events={<EventList />}
          map={
            <MapPane loadBasemap={loadBasemap}>
              <Filters />
            </MapPane>
          }
          reader={<Reader />}
          timeline={<Timeline />}
        />
        <Announcer />
      </div>
      <PrintSheet />
    </DashboardContext>
  );
}
