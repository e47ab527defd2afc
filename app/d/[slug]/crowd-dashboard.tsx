"use client";

import { useMemo } from "react";
import { Dashboard, type Supply } from "@/components/dashboard/dashboard";
import { openCrowd } from "@/components/dashboard/open-crowd";
import { COUNTED } from "@/components/find/search-box";
import { decodeOverview, type WireOverview } from "@/wire/overview";
import { createCrowdFeed } from "./crowd-feed";
import { loadBasemap } from "./load-basemap";

/** The dashboard of a dossier of more events than are sent at once, with its one way to the server. */
export default function CrowdDashboard({ overview, query }: { overview: WireOverview; query: string }) {
  const supply = useMemo<Supply>(
    () => ({
      open: (asked) => openCrowd(decodeOverview(overview), asked),
      search: COUNTED,
      feed: createCrowdFeed(overview.dossier.slug),
    }),
    [overview],
  );
  return <Dashboard supply={supply} query={query} loadBasemap={loadBasemap} />;
}
