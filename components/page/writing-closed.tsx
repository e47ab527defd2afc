import styles from "./page.module.css";

/** What is said in place of a form where nothing may be written. */
export function WritingClosed() {
  return (
    <>
      <p className={styles.lead}>
        Writing works only on the machine that Dateline runs on, at a loopback address such as
        http://127.0.0.1:3000. There are no accounts yet that could tell who may do it.
      </p>
      <a className={styles.back} href="/">
        See all dossiers
      </a>
    </>
  );
}
