"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { EditingProvider } from "@/components/editor/editing-provider";
import { Filters } from "@/components/find/filters";
import type { COUNTED, Search } from "@/components/find/search-box";
import { EventList } from "@/components/list/event-list";
import { MapPane } from "@/components/map/map-pane";
import type { LoadBasemap } from "@/components/map/map-view";
import { Reader } from "@/components/reader/reader";
import { Timeline } from "@/components/timeline/timeline";
import { toDatasetIndex } from "@/core/record/dataset-index";
import type { CrowdFeed } from "@/state/crowd-feed";
import type { Follow } from "@/state/live";
import { connectPlayer } from "@/state/player";
import { actions, createDashboardStore, type DashboardStore } from "@/state/store";
import { connectUrl } from "@/state/url-sync";
import { DashboardContext } from "@/state/use-dashboard";
import { Announcer } from "./announcer";
import styles from "./dashboard.module.css";
import { Header } from "./header";
import type { Opened } from "./open-dashboard";
import { Panes } from "./panes";
import { PrintSheet } from "./print-sheet";
import { useShortcuts } from "./use-shortcuts";

const CrowdFilters = dynamic(() => import("@/components/find/crowd-filters"));
const CrowdListPane = dynamic(() => import("@/components/list/crowd-list-pane"), { ssr: false });

/** A dossier whose events are all here, or one of many events that is fed while it is read. */
export type Supply = {
  /** The state with which the dashboard begins, for the query of an address. */
  readonly open: (query: string) => Opened;
  readonly search: Search | typeof COUNTED;
  readonly feed: CrowdFeed | null;
  /** Hears what others change. */
  readonly follow?: Follow;
};

type Props = {
  readonly supply: Supply;
  /** The query of the address, without its question mark. */
  readonly query: string;
  readonly loadBasemap: LoadBasemap;
  /** Who reads, and the way to sign in. */
  readonly account: ReactNode;
  /** What is said of the whole of it, above all panes. */
  readonly banner?: ReactNode;
};

/** A dossier on one screen: list, map, reader and timeline, all showing one view. */
export function Dashboard({ supply, query, loadBasemap, account, banner }: Props) {
  const { store, opening, faults } = useState(() => {
    const opened = supply.open(query);
    return { ...opened, store: createDashboardStore(opened.state) };
  })[0];
  const [notices, setNotices] = useState(faults);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const shortcuts = useMemo(() => ({ openHelp: () => setHelpOpen(true) }), []);

  const { feed, follow } = supply;
  useEffect(() => connectPlayer(store), [store]);
  useEffect(() => (feed ? connectLazily(store, feed) : undefined), [store, feed]);
  useEffect(() => connectUrl(store, opening), [store, opening]);
  useEffect(
    () => follow?.((dataset) => actions.replaceIndex(store, toDatasetIndex(dataset))),
    [store, follow],
  );
  useShortcuts(store, shortcuts);

  return (
    <DashboardContext value={store}>
      <EditingProvider>
        <div className={styles.dashboard}>
          <a className={styles.skip} href="#reader">
            Skip to the reader
          </a>
          <Header
            search={supply.search}
            opening={opening}
            account={account}
            isHelpOpen={isHelpOpen}
            onHelp={setHelpOpen}
          />
          <noscript>
            <div className={styles.notice}>
              Map and timeline need JavaScript. Without it, each event of the list and each source leads to a
              page of its own.
            </div>
          </noscript>
          {banner}
          {notices.length > 0 && (
            <div className={styles.notice} role="status">
              <p>Part of this link could not be followed. {notices.join(" ")}</p>
              <button type="button" onClick={() => setNotices([])}>
                Dismiss
              </button>
            </div>
          )}
          <Panes
            events={feed ? <CrowdListPane feed={feed} /> : <EventList />}
            map={<MapPane loadBasemap={loadBasemap}>{feed ? <CrowdFilters /> : <Filters />}</MapPane>}
            reader={<Reader />}
            timeline={<Timeline />}
          />
          <Announcer />
        </div>
        <PrintSheet />
      </EditingProvider>
    </DashboardContext>
  );
}

// The loader comes with the first crowd: a dossier whose events are all here does not pay for it.
function connectLazily(store: DashboardStore, feed: CrowdFeed): () => void {
  let isGone = false;
  let disconnect = () => {};
  void import("@/state/crowd-loader").then(({ connectCrowd }) => {
    if (!isGone) disconnect = connectCrowd(store, feed);
  });
  return () => {
    isGone = true;
    disconnect();
  };
}
