"use client";

import { useMemo } from "react";
import type { HeadAccount } from "@/app/_access/head-account";
import { LazyAccount } from "@/app/_account/lazy-account";
import { Dashboard, type Supply } from "@/components/dashboard/dashboard";
import { openDashboard } from "@/components/dashboard/open-dashboard";
import { PastBanner } from "@/components/dashboard/past-banner";
import { decodeDataset, type WireDataset } from "@/wire/dataset";
import { loadBasemap } from "../../load-basemap";
import { searchDossier } from "../../search-dossier";

type Props = {
  readonly wire: WireDataset;
  readonly query: string;
  /** `null` while there are no accounts. */
  readonly account: HeadAccount | null;
  /** When it was so, in words. */
  readonly moment: string;
};

/** The dashboard of what a dossier was: it follows no change, and has no way to make one. */
export function PastIsland({ wire, query, account, moment }: Props) {
  const { slug } = wire.dossier;
  const supply = useMemo<Supply>(
    () => ({
      open: (asked) => openDashboard(decodeDataset(wire), asked),
      search: (words, signal) => searchDossier(slug, words, signal),
      feed: null,
    }),
    [wire, slug],
  );
  return (
    <Dashboard
      supply={supply}
      query={query}
      loadBasemap={loadBasemap}
      account={<LazyAccount account={account} />}
      banner={<PastBanner dossier={slug} moment={moment} />}
    />
  );
}
