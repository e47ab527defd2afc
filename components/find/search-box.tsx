"use client";

import { useEffect, useRef, useState } from "react";
import { toCount } from "@/components/ui/counts";
import { Icon } from "@/components/ui/icon";
import type { Id } from "@/core/record/record";
import type { Milliseconds } from "@/core/time/instant";
import { selectFound } from "@/state/crowd-selectors";
import { actions } from "@/state/store";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./search-box.module.css";

/** Finds the events whose title or passages hold the words; rejects if the server cannot be asked. */
export type Search = (query: string, signal: AbortSignal) => Promise<ReadonlySet<Id>>;

// Long enough not to ask for every letter, short enough to feel immediate.
const PAUSE: Milliseconds = 160;

/** The same for a dossier whose events are not held: its numbers are of those that are found. */
export const COUNTED = "counted";

/** Full-text search over events and passages; the rest of the dashboard shows what it finds. */
export function SearchBox({ search }: { search: Search | typeof COUNTED }) {
  const store = useDashboardStore();
  const query = useDashboard(({ view }) => view.filters.q);
  const found = useDashboard(search === COUNTED ? selectFound : ({ matches }) => matches?.size ?? null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const input = useRef<HTMLInputElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    setFailed(false);
    if (search === COUNTED) return;
    if (query.trim() === "") {
      actions.setMatches(store, null);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      search(query, abort.signal).then(
        (matches) => actions.setMatches(store, matches),
        () => {
          if (!abort.signal.aborted) setFailed(true);
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, search, store, attempt]);

  return (
    <search className={styles.search}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        id="search"
        className={styles.input}
        aria-label="Search"
        placeholder="Search events and passages"
        value={query}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="search-state"
        onChange={(event) => actions.setFilters(store, { q: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          if (query === "") input.current?.blur();
          else actions.setFilters(store, { q: "" });
        }}
      />
      <span id="search-state" className={styles.state} role="status">
        {hasFailed ? (
          <button type="button" className={styles.retry} onClick={() => setAttempt(attempt + 1)}>
            Failed. Try again
          </button>
        ) : (
          found !== null && `${toCount(found)} found`
        )}
      </span>
      {query === "" && (
        <kbd className={styles.key} aria-hidden="true">
          /
        </kbd>
      )}
    </search>
  );
}
