import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { loadAroundSource } from "@/server/queries/load-around";
import { encodeDataset } from "@/wire/dataset";
import { withOneText } from "../with-one-text";
import { NewTextIsland } from "./new-text-island";

type Props = { readonly params: Promise<{ slug: string; source: string }> };

export const metadata: Metadata = { title: "New version of a source", robots: { index: false } };

export default async function NewTextPage({ params }: Props) {
  await connection();
  const { slug, source: sourceSlug } = await params;
  const path = `/d/${slug}/s/${sourceSlug}/text`;
  const access = await enter("/d/[slug]/s/[source]/text", slug, path);
  const dataset = await loadAroundSource(slug, sourceSlug);
  const source = dataset?.sources.find((one) => one.slug === sourceSlug);
  if (!dataset || !source) notFound();
  return (
    <>
      <PageHeader
        dossier={dataset.dossier}
        account={<HeaderAccount access={access} path={path} slug={slug} />}
      />
      <main className={`${styles.page} ${styles.wide}`}>
        <h1>New version of {source.title}</h1>
        <p className={styles.lead}>
          The text as it is now. What was cited from the earlier text stays there where it is not found again.
        </p>
        <NewTextIsland wire={encodeDataset(withOneText(dataset, source))} slug={sourceSlug} />
      </main>
    </>
  );
}
