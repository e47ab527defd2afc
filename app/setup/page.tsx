import type { Metadata } from "next";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { SetupIsland } from "@/app/_account/forms";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { hasAccounts } from "@/server/access/visitor";

export const metadata: Metadata = { title: "Make the first account", robots: { index: false } };

export default async function SetupPage() {
  await connection();
  const access = await enter("/setup", null, "/setup");
  return (
    <>
      <PageHeader account={<HeaderAccount access={access} path="/" />} />
      <main className={`${styles.page} ${styles.narrow}`}>
        <h1>Make the first account</h1>
        {(await hasAccounts()) ? (
          <p className={styles.lead}>This was done: there is an account already, and the link is spent.</p>
        ) : (
          <>
            <p className={styles.lead}>
              It may do everything here. From then on only accounts can write, and dossiers can be private.
            </p>
            <SetupIsland />
          </>
        )}
      </main>
    </>
  );
}
