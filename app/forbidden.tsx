import { headers } from "next/headers";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { WritingClosed } from "@/components/page/writing-closed";
import { loadVisitor } from "@/server/access/visitor";

// What this page is made of goes to the browser with every other: it has no menu of the account.
/** What a reader gets who may not open a page. */
export default async function Forbidden() {
  const visitor = await loadVisitor(new Headers(await headers()));
  return (
    <>
      <PageHeader />
      <main className={styles.page}>
        <h1>This is not for you to do</h1>
        {visitor.kind === "account" ? (
          <>
            <p className={styles.lead}>
              You are signed in as {visitor.name}, who may not do this here. An owner of the dossier can give
              you the role that it needs.
            </p>
            <a className={styles.back} href="/">
              See all dossiers
            </a>
          </>
        ) : (
          <WritingClosed />
        )}
      </main>
    </>
  );
}
