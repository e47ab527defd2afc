import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { WritingClosed } from "@/components/page/writing-closed";
import { mayWrite } from "@/server/http/may-write";
import { loadAroundSource } from "@/server/queries/load-around";
import { loadDossier } from "@/server/queries/load-dossier";
import { encodeDataset } from "@/wire/dataset";
import { withOneText } from "../with-one-text";
import { NewTextIsland } from "./new-text-island";

type Props = { readonly params: Promise<{ slug: string; source: string }> };

export const metadata: Metadata = { title: "New version of a source", robots: { index: false } };

export default async function NewTextPage({ params }: Props) {
  await connection();
  const { slug, source: sourceSlug } = await params;
  const isOpen = mayWrite(new Headers(await headers()));
  const setting = await loadDossier(slug);
  if (!setting) notFound();
  const dataset = isOpen ? await loadAroundSource(slug, sourceSlug) : null;
  const source = dataset?.sources.find((one) => one.slug === sourceSlug);
  if (isOpen && !source) notFound();
  return (
    <>
      <PageHeader dossier={setting.dossier} />
      <main className={`${styles.page} ${styles.wide}`}>
        <h1>{source ? `New version of ${source.title}` : "New version of a source"}</h1>
        {dataset && source ? (
          <>
            <p className={styles.lead}>
              The text as it is now. What was cited from the earlier text stays there where it is not found
              again.
            </p>
            <NewTextIsland wire={encodeDataset(withOneText(dataset, source))} slug={sourceSlug} />
          </>
        ) : (
          <WritingClosed />
        )}
      </main>
    </>
  );
}
