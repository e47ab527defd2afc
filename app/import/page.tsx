import type { Metadata } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import { ImportPane } from "@/components/import/import-pane";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { FORMATS } from "@/core/import/formats";
import { mayWrite } from "@/server/http/may-write";
import { loadDossiers } from "@/server/queries/load-dossiers";

export const metadata: Metadata = { title: "Import events", robots: { index: false } };

export default async function ImportPage() {
  await connection();
  const isAllowed = mayWrite(new Headers(await headers()));
  const dossiers = isAllowed ? await loadDossiers() : [];
  return (
    <>
      <PageHeader />
      <main className={styles.page}>
        <h1>Import events</h1>
        {isAllowed ? (
          <ImportPane
            dossiers={dossiers.map(({ slug, title }) => ({ slug, title }))}
            formats={FORMATS.map(({ name, title, kind }) => ({ name, title, kind }))}
          />
        ) : (
          <>
            <p className={styles.lead}>
              Importing works only on the machine that Dateline runs on, at a loopback address such as
              http://127.0.0.1:3000. There are no accounts yet that could tell who may do it.
            </p>
            <a className={styles.back} href="/">
              See all dossiers
            </a>
          </>
        )}
      </main>
    </>
  );
}
