import styles from "./page.module.css";

/** What is said in place of a form where nothing may be written. */
export function WritingClosed() {
  return (
    <>
      <p className={styles.lead}>
        Writing works only on the machine that Dateline runs on, at a loopback address such as
        http://127.0.0.1:3000. There is no account yet that could tell who may do it: the start of the program
        prints a link by which the first is made.
      </p>
      <a className={styles.back} href="/">
        See all dossiers
      </a>
    </>
  );
}
