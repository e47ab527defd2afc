"use client";

import { useCallback } from "react";
import { Dashboard } from "@/components/dashboard/dashboard";
import type { Search } from "@/components/find/search-box";
import type { WireDataset } from "@/wire/dataset";
import { decodeSearch, toSearchAddress } from "@/wire/search";

/** The dashboard with its one way to the server: components themselves never fetch. */
export function DashboardIsland({ wire, query }: { wire: WireDataset; query: string }) {
  const { slug } = wire.dossier;
  const search = useCallback<Search>(
    async (words, signal) => {
      const response = await fetch(toSearchAddress(slug, words), { signal });
      if (!response.ok) throw new Error(`Search: the server answered ${response.status}.`);
      return decodeSearch(await response.json());
    },
    [slug],
  );
  return <Dashboard wire={wire} query={query} search={search} loadBasemap={loadBasemap} />;
}

async function loadBasemap(): Promise<unknown> {
  const response = await fetch("/basemap/countries.json");
  if (!response.ok) throw new Error(`Basemap: the server answered ${response.status}.`);
  return response.json();
}
