import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { toRobots } from "@/app/_access/to-robots";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { SourceText } from "@/components/reader/quotation";
import { type DatasetIndex, toDatasetIndex } from "@/core/record/dataset-index";
import type { Dataset, Source } from "@/core/record/record";
import { isAtLeast } from "@/core/record/roles";
import { dayToWords } from "@/core/time/words";
import { loadAroundSource } from "@/server/queries/load-around";
import { encodeDataset } from "@/wire/dataset";
import { SourceIsland } from "./source-island";

type Props = { readonly params: Promise<{ slug: string; source: string }> };

const ROUTE = "/d/[slug]/s/[source]";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, source: sourceSlug } = await params;
  const access = await enter(ROUTE, slug, `/d/${slug}/s/${sourceSlug}`);
  const found = await loadNamedSource(slug, sourceSlug);
  if (!found) return {};
  const { title, publisher, publishedOn } = found.source;
  const description = `${publisher}, ${dayToWords(publishedOn, "medium")}`;
  return { title, description, openGraph: { title, description, type: "article" }, ...toRobots(access) };
}

export default async function SourcePage({ params }: Props) {
  await connection();
  const { slug, source: sourceSlug } = await params;
  const path = `/d/${slug}/s/${sourceSlug}`;
  const access = await enter(ROUTE, slug, path);
  const found = await loadNamedSource(slug, sourceSlug);
  if (!found) notFound();
  const { source, index } = found;
  const { dossier } = index.dataset;
  return (
    <>
      <PageHeader dossier={dossier} account={<HeaderAccount access={access} path={path} slug={slug} />} />
      <main className={styles.page}>
        <a className={styles.back} href={`/d/${dossier.slug}?source=${source.slug}`}>
          Show what it reports on the map and the timeline
        </a>
        <h1>{source.title}</h1>
        <dl className={styles.meta}>
          <dt>Publisher</dt>
          <dd>{source.publisher}</dd>
          {source.byline && (
            <>
              <dt>By</dt>
              <dd>{source.byline}</dd>
            </>
          )}
          <dt>Published</dt>
          <dd>
            <time dateTime={source.publishedOn}>{dayToWords(source.publishedOn, "long")}</time>
          </dd>
          {source.retrievedOn && (
            <>
              <dt>Retrieved</dt>
              <dd>
                <time dateTime={source.retrievedOn}>{dayToWords(source.retrievedOn, "long")}</time>
              </dd>
            </>
          )}
          <dt>Original</dt>
          <dd>
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.url}
              </a>
            ) : (
              "No link is stored"
            )}
          </dd>
          <dt>Stored</dt>
          <dd>
            {source.coverage === "full"
              ? "The text as it was read"
              : "Excerpts: only the quoted sentences, with […] for what lies between"}
          </dd>
          <dt>SHA-256</dt>
          <dd className={styles.hash}>{source.sha256}</dd>
        </dl>
        {isAtLeast(access.role, "editor") ? (
          <SourceIsland wire={encodeDataset(withOneText(index, source))} slug={source.slug} />
        ) : (
          <>
            <p>Each underlined sentence leads to the event that it reports.</p>
            <div className={styles.text}>
              <SourceText source={source} passage={null} index={index} eventId={null} />
            </div>
          </>
        )}
      </main>
    </>
  );
}

/** The dossier without the texts that the page does not show. */
function withOneText({ dataset }: DatasetIndex, shown: Source): Dataset {
  const sources = dataset.sources.map((source) =>
    source.id === shown.id ? source : { ...source, text: "" },
  );
  return { ...dataset, sources };
}

// Once for the head and the body of one answer.
const loadNamedSource = cache(
  async (slug: string, sourceSlug: string): Promise<{ source: Source; index: DatasetIndex } | null> => {
    const dataset = await loadAroundSource(slug, sourceSlug);
    const source = dataset?.sources.find((one) => one.slug === sourceSlug);
    return dataset && source ? { source, index: toDatasetIndex(dataset) } : null;
  },
);
