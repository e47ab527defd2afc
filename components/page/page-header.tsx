import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import styles from "./page.module.css";

type Props = {
  readonly dossier?: { readonly slug: string; readonly title: string };
  /** Who reads, and the way to sign in. */
  readonly account?: ReactNode;
};

/** The head of every page but the dashboard: home, and the dossier that the page belongs to. */
export function PageHeader({ dossier, account }: Props) {
  return (
    <header className={styles.header}>
      <a className={styles.home} href="/" aria-label="Dateline: all dossiers">
        <Logo />
        <span>Dateline</span>
      </a>
      {dossier && (
        <a className={styles.dossier} href={`/d/${dossier.slug}`}>
          {dossier.title}
        </a>
      )}
      <div className={styles.tools}>
        {account}
        <ThemeToggle className={styles.theme} />
      </div>
    </header>
  );
}
