import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { WritingClosed } from "@/components/page/writing-closed";
import { mayWrite } from "@/server/http/may-write";
import { loadDossier } from "@/server/queries/load-dossier";
import { AddSourceIsland } from "./add-source-island";

type Props = { readonly params: Promise<{ slug: string }> };

export const metadata: Metadata = { title: "Add a source", robots: { index: false } };

export default async function AddSourcePage({ params }: Props) {
  await connection();
  const setting = await loadDossier((await params).slug);
  if (!setting) notFound();
  const { dossier } = setting;
  return (
    <>
      <PageHeader dossier={dossier} />
      <main className={`${styles.page} ${styles.wide}`}>
        <h1>Add a source</h1>
        {mayWrite(new Headers(await headers())) ? (
          <>
            <p className={styles.lead}>
              An article, report or transcript. Next you mark the sentences that report events.
            </p>
            <AddSourceIsland dossier={dossier.slug} />
          </>
        ) : (
          <WritingClosed />
        )}
      </main>
    </>
  );
}
