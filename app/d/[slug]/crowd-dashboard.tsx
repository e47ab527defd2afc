"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef } from "react";
import type { HeadAccount } from "@/app/_access/head-account";
import type { Right } from "@/app/_access/to-right";
import { LazyAccount } from "@/app/_account/lazy-account";
import { useEditor } from "@/app/_editor/use-editor";
import { Dashboard, type Supply } from "@/components/dashboard/dashboard";
import { openCrowd } from "@/components/dashboard/open-crowd";
import { EditorContext } from "@/components/editor/editor-context";
import { COUNTED } from "@/components/find/search-box";
import type { Milliseconds } from "@/core/time/instant";
import { followChanges } from "@/state/live";
import { decodeOverview, type Overview, type WireOverview } from "@/wire/overview";
import { createCrowdFeed } from "./crowd-feed";
import { loadBasemap } from "./load-basemap";

// Numbers of many events are work for the server: what changes within this time is counted anew together.
const GATHERED: Milliseconds = 400;

type Props = {
  readonly overview: WireOverview;
  readonly query: string;
  /** What this reader may do with what they write: the server says so, and asks again at each change. */
  readonly right: Right | null;
  /** `null` while there are no accounts. */
  readonly account: HeadAccount | null;
};

/** The dashboard of a dossier of more events than are sent at once, with its one way to the server. */
export default function CrowdDashboard({ overview, query, right, account }: Props) {
  const router = useRouter();
  const editor = useEditor(right);
  const { slug } = overview.dossier;
  const shown = useRef(overview);
  const renew = useRef<(overview: Overview) => void>(() => {});
  const supply = useMemo<Supply>(
    () => ({
      open: (asked) => openCrowd(decodeOverview(shown.current), asked),
      search: COUNTED,
      feed: createCrowdFeed(slug, (take) => {
        renew.current = take;
        const gather = createGathering(() => router.refresh());
        const end = followChanges(slug, null, gather.hear);
        // What was missed before the first change that was heard cannot be caught up with by its number.
        document.addEventListener("visibilitychange", gather.hear);
        return () => {
          document.removeEventListener("visibilitychange", gather.hear);
          end();
          gather.end();
        };
      }),
    }),
    [slug, router],
  );

  // The page's own data has come anew.
  useEffect(() => {
    if (shown.current === overview) return;
    shown.current = overview;
    renew.current(decodeOverview(overview));
  }, [overview]);

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

function createGathering(act: () => void): { readonly hear: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    hear() {
      timer ??= setTimeout(() => {
        timer = null;
        act();
      }, GATHERED);
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
