"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useContext, useRef } from "react";
import { EditorContext } from "@/components/editor/editor-context";
import { type COUNTED, type Search, SearchBox } from "@/components/find/search-box";
import { CopyButton } from "@/components/ui/copy-button";
import { toCount, toEventCount } from "@/components/ui/counts";
import { Icon } from "@/components/ui/icon";
import { Logo } from "@/components/ui/logo";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import type { View } from "@/core/timeline/view";
import { actions } from "@/state/store";
import { toAddress } from "@/state/url-sync";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./header.module.css";

// The first view needs none of it.
const KeysDialog = dynamic(() => import("./keys-dialog"), { ssr: false });

type Props = {
  readonly search: Search | typeof COUNTED;
  readonly opening: View;
  readonly account: ReactNode;
  readonly isHelpOpen: boolean;
  readonly onHelp: (isOpen: boolean) => void;
};

/** Whose dossier this is, the search, and what concerns the whole view. */
export function Header({ search, opening, account, isHelpOpen, onHelp }: Props) {
  const store = useDashboardStore();
  const dossier = useDashboard(({ index }) => index.dataset.dossier);
  const events = useDashboard(({ index, crowd }) => crowd?.overview.events ?? index.dataset.events.length);
  const sources = useDashboard(({ index, crowd }) => crowd?.overview.sources ?? index.dataset.sources.length);
  const canEdit = useContext(EditorContext) !== null;
  // Once it was opened it stays, so that closing it gives the focus back.
  const wasHelpOpen = useRef(false);
  wasHelpOpen.current ||= isHelpOpen;
  const isSearching = useDashboard(({ view }) => view.filters.q !== "");

  function closeSearch(): void {
    actions.setFilters(store, { q: "" });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  return (
    <header className={styles.header}>
      <a className={styles.home} href="/" aria-label="Dateline: all dossiers">
        <Logo />
        <span>Dateline</span>
      </a>
      <h1 className={styles.title}>{dossier.title}</h1>
      <p className={styles.counts}>
        {toEventCount(events)} · {toCount(sources)} {sources === 1 ? "source" : "sources"}
      </p>
      <span className={styles.spring} />
      <div className={styles.search} data-filled={isSearching}>
        <SearchBox search={search} />
        <button
          type="button"
          className={`${styles.icon} ${styles.phone}`} // The field keeps the focus until the click, or it would close before and take the button along.
          onMouseDown={(event) => event.preventDefault()}
          onClick={closeSearch}
        >
          <Icon name="close" label="Close the search" />
        </button>
      </div>
      <button
        type="button"
        className={`${styles.icon} ${styles.phone}`}
        onClick={() => document.getElementById("search")?.focus()}
      >
        <Icon name="search" label="Open the search" />
      </button>
      <CopyButton
        className={styles.button}
        label="Share"
        text={() => new URL(toAddress(store.getState(), opening), window.location.href).href}
      />
      {canEdit && (
        <a className={styles.add} href={`/d/${dossier.slug}/add`}>
          <span aria-hidden="true">+</span> <span className={styles.words}>Add a source</span>
        </a>
      )}
      {account}
      <ThemeToggle className={styles.icon} />
      <button
        type="button"
        className={`${styles.icon} ${styles.keys}`}
        onClick={() => onHelp(true)}
        title="Keys ( ? )"
      >
        <Icon name="keys" label="Keys" />
      </button>
      {wasHelpOpen.current && <KeysDialog isOpen={isHelpOpen} onClose={() => onHelp(false)} />}
    </header>
  );
}
