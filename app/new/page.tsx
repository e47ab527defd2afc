import type { Metadata } from "next";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { NewDossierIsland } from "./new-dossier-island";

export const metadata: Metadata = { title: "New dossier", robots: { index: false } };

export default async function NewDossierPage() {
  await connection();
  const access = await enter("/new", null, "/new");
  return (
    <>
      <PageHeader account={<HeaderAccount access={access} path="/new" />} />
      <main className={styles.page}>
        <h1>New dossier</h1>
        <p className={styles.lead}>Then add a source, and mark the sentences that report events.</p>
        <NewDossierIsland />
      </main>
    </>
  );
}
