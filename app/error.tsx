"use client";

import styles from "@/components/page/page.module.css";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className={styles.page}>
      <h1>This page could not be made</h1>
      <p className={styles.lead}>
        Nothing was lost. Try again; if it fails again, tell whoever runs this Dateline
        {error.digest ? ` the number ${error.digest}` : ""}.
      </p>
      <button type="button" className={styles.back} onClick={reset}>
        Try again
      </button>
    </main>
  );
}
