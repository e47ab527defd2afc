"use client";

import { useParams } from "next/navigation";
import styles from "./page.module.css";

/** What is said where a dossier has no event or source of that address; it leads back into the dossier. */
export function Missing({ thing }: { thing: "event" | "source" }) {
  const { slug } = useParams<{ slug: string }>();
  return (
    <main className={styles.page}>
      <h1>There is no such {thing}</h1>
      <p className={styles.lead}>
        No {thing} of this dossier has this address. It may have been mistyped, or cut off where it was copied
        from.
      </p>
      <a className={styles.back} href={`/d/${encodeURIComponent(slug)}`}>
        Look for it in the dossier
      </a>{" "}
      <a className={styles.back} href="/">
        See all dossiers
      </a>
    </main>
  );
}
