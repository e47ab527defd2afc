import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";

export default function NotFound() {
  return (
    <>
      <PageHeader />
      <main className={styles.page}>
        <h1>There is no such page</h1>
        <p className={styles.lead}>
          No dossier, event or source has this address. It may have been mistyped, or cut off where it was
          copied from.
        </p>
        <a className={styles.back} href="/">
          See all dossiers
        </a>
      </main>
    </>
  );
}
