"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import type { HeadAccount } from "@/app/_access/head-account";
import { Dashboard, type Supply } from "@/components/dashboard/dashboard";
import { openCrowd } from "@/components/dashboard/open-crowd";
import { COUNTED } from "@/components/find/search-box";
import { decodeOverview, type WireOverview } from "@/wire/overview";
import { createCrowdFeed } from "./crowd-feed";
import { loadBasemap } from "./load-basemap";

// Without accounts nobody pays for it.
const AccountIsland = dynamic(() =>
  import("@/app/_account/account-island").then((file) => file.AccountIsland),
);

type Props = {
  readonly overview: WireOverview;
  readonly query: string;
  /** `null` while there are no accounts. */
  readonly account: HeadAccount | null;
};

/** The dashboard of a dossier of more events than are sent at once, with its one way to the server. */
export default function CrowdDashboard({ overview, query, account }: Props) {
  const supply = useMemo<Supply>(
    () => ({
      open: (asked) => openCrowd(decodeOverview(overview), asked),
      search: COUNTED,
      feed: createCrowdFeed(overview.dossier.slug),
    }),
    [overview],
  );
  return (
    <Dashboard
      supply={supply}
      query={query}
      loadBasemap={loadBasemap}
      account={account && <AccountIsland {...account} />}
    />
  );
}
