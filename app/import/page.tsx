import type { Metadata } from "next";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { ImportPane } from "@/components/import/import-pane";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { FORMATS } from "@/core/import/formats";
import { loadEditableDossiers } from "@/server/queries/load-dossiers";

export const metadata: Metadata = { title: "Import events", robots: { index: false } };

export default async function ImportPage() {
  await connection();
  const access = await enter("/import", null, "/import");
  const dossiers = await loadEditableDossiers(access.visitor);
  return (
    <>
      <PageHeader account={<HeaderAccount access={access} path="/import" />} />
      <main className={styles.page}>
        <h1>Import events</h1>
        <ImportPane
          dossiers={dossiers.map(({ slug, title }) => ({ slug, title }))}
          formats={FORMATS.map(({ name, title, kind }) => ({ name, title, kind }))}
        />
      </main>
    </>
  );
}
