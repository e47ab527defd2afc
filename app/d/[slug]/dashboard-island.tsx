"use client";

import { useMemo } from "react";
import type { HeadAccount } from "@/app/_access/head-account";
import type { Right } from "@/app/_access/to-right";
import { LazyAccount } from "@/app/_account/lazy-account";
import { useEditor } from "@/app/_editor/use-editor";
import { Dashboard, type Supply } from "@/components/dashboard/dashboard";
import { openDashboard } from "@/components/dashboard/open-dashboard";
import { EditorContext } from "@/components/editor/editor-context";
import { followDossier } from "@/state/live";
import { decodeDataset, type WireDataset } from "@/wire/dataset";
import { loadBasemap } from "./load-basemap";
import { searchDossier } from "./search-dossier";

type Props = {
  readonly wire: WireDataset;
  readonly query: string;
  /** What this reader may do with what they write: the server says so, and asks again at each change. */
  readonly right: Right | null;
  /** `null` while there are no accounts. */
  readonly account: HeadAccount | null;
};

/** The dashboard of a dossier whose events are all here, with its one way to the server: components never fetch. */
export function DashboardIsland({ wire, query, right, account }: Props) {
  const editor = useEditor(right);
  const { slug } = wire.dossier;
  const supply = useMemo<Supply>(
    () => ({
      open: (asked) => openDashboard(decodeDataset(wire), asked),
      search: (words, signal) => searchDossier(slug, words, signal),
      feed: null,
      follow: (show) => followDossier(slug, wire.changeId, show),
    }),
    [wire, slug],
  );
  return (
    <EditorContext value={editor}>
      <Dashboard
        supply={supply}
        query={query}
        loadBasemap={loadBasemap}
        account={<LazyAccount account={account} />}
      />
    </EditorContext>
  );
}
