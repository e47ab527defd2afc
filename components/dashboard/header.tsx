"use client";

import { type Search, SearchBox } from "@/components/find/search-box";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { Logo } from "@/components/ui/logo";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import type { View } from "@/core/timeline/view";
import { toAddress } from "@/state/url-sync";
import { useDashboard, useDashboardStore } from "@/state/use-dashboard";
import styles from "./header.module.css";
import { KeysDialog } from "./keys-dialog";

type Props = {
  readonly search: Search;
  readonly opening: View;
  readonly isHelpOpen: boolean;
  readonly onHelp: (isOpen: boolean) => void;
};

/** Whose dossier this is, the search, and what concerns the whole view. */
export function Header({ search, opening, isHelpOpen, onHelp }: Props) {
  const store = useDashboardStore();
  const { dossier, events, sources } = useDashboard(({ index }) => index.dataset);
  return (
    <header className={styles.header}>
      <a className={styles.home} href="/" aria-label="Dateline: all dossiers">
        <Logo />
        <span>Dateline</span>
      </a>
      <h1 className={styles.title}>{dossier.title}</h1>
      <p className={styles.counts}>
        {events.length} {events.length === 1 ? "event" : "events"} · {sources.length}{" "}
        {sources.length === 1 ? "source" : "sources"}
      </p>
      <span className={styles.spring} />
      <SearchBox search={search} />
      <CopyButton
        className={styles.button}
        label="Share"
        text={() => new URL(toAddress(store.getState(), opening), window.location.href).href}
      />
      <ThemeToggle className={styles.icon} />
      <button
        type="button"
        className={`${styles.icon} ${styles.keys}`}
        onClick={() => onHelp(true)}
        title="Keys ( ? )"
      >
        <Icon name="keys" label="Keys" />
      </button>
      <KeysDialog isOpen={isHelpOpen} onClose={() => onHelp(false)} />
    </header>
  );
}
