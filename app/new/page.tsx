import type { Metadata } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { WritingClosed } from "@/components/page/writing-closed";
import { mayWrite } from "@/server/http/may-write";
import { NewDossierIsland } from "./new-dossier-island";

export const metadata: Metadata = { title: "New dossier", robots: { index: false } };

export default async function NewDossierPage() {
  await connection();
  return (
    <>
      <PageHeader />
      <main className={styles.page}>
        <h1>New dossier</h1>
        {mayWrite(new Headers(await headers())) ? (
          <>
            <p className={styles.lead}>Then add a source, and mark the sentences that report events.</p>
            <NewDossierIsland />
          </>
        ) : (
          <WritingClosed />
        )}
      </main>
    </>
  );
}
