import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { toRight } from "@/app/_access/to-right";
import { toRobots } from "@/app/_access/to-robots";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { BrokenPassages } from "@/components/reader/broken-passages";
import { Origins } from "@/components/reader/origins";
import { SourceText } from "@/components/reader/quotation";
import { Texts } from "@/components/reader/texts";
import { type DatasetIndex, toDatasetIndex } from "@/core/record/dataset-index";
import type { Source } from "@/core/record/record";
import { dayToWords } from "@/core/time/words";
import { seesAll } from "@/server/access/admit";
import { loadAroundSource } from "@/server/queries/load-around";
import { loadOrigins } from "@/server/queries/load-origins";
import { publishDataset } from "@/server/queries/load-published";
import { loadSource, type SourceVersion } from "@/server/queries/load-source";
import { encodeDataset } from "@/wire/dataset";
import { EditSourceIsland } from "./edit-source-island";
import { SourceIsland } from "./source-island";
import { withOneText } from "./with-one-text";

type Props = {
  readonly params: Promise<{ slug: string; source: string }>;
  readonly searchParams: Promise<{ text?: string | string[] }>;
};

const ROUTE = "/d/[slug]/s/[source]";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, source: sourceSlug } = await params;
  const access = await enter(ROUTE, slug, `/d/${slug}/s/${sourceSlug}`);
  const found = await loadNamedSource(slug, sourceSlug, null, false);
  if (!found) return {};
  const { title, publisher, publishedOn } = found.source;
  const description = `${publisher}, ${dayToWords(publishedOn, "medium")}`;
  return { title, description, openGraph: { title, description, type: "article" }, ...toRobots(access) };
}

export default async function SourcePage({ params, searchParams }: Props) {
  await connection();
  const { slug, source: sourceSlug } = await params;
  const path = `/d/${slug}/s/${sourceSlug}`;
  const access = await enter(ROUTE, slug, path);
  const right = toRight(access);
  const canWrite = right === "save";
  const asked = toText((await searchParams).text);
  const found = await loadNamedSource(slug, sourceSlug, asked, seesAll(access));
  if (!found) notFound();
  const { source, index, texts, isPresent } = found;
  const origins = canWrite ? await loadOrigins(slug, sourceSlug) : [];
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
        {canWrite && (
          <>
            <EditSourceIsland dossier={dossier} source={{ ...source, text: "" }} />
            <Origins
              origins={origins}
              zone={dossier.zone}
              toHref={(text) => `/api/v1/dossiers/${slug}/sources/${sourceSlug}/document?text=${text}`}
            />
          </>
        )}
        <Texts texts={texts} shown={source.sha256} zone={dossier.zone} path={path} />
        {right !== null && isPresent ? (
          <SourceIsland
            wire={encodeDataset(withOneText(index.dataset, source))}
            slug={source.slug}
            right={right}
          />
        ) : (
          <>
            {isPresent ? (
              <BrokenPassages source={source} index={index} />
            ) : (
              <p className={styles.notice} role="note">
                This is an earlier text of the source.{" "}
                <a href={`/d/${slug}/s/${sourceSlug}`}>Read the present one</a>
              </p>
            )}
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

/** A number, or the hash of a text; anything else asks for the present one. */
function toText(asked: string | string[] | undefined): number | string | null {
  if (typeof asked !== "string") return null;
  if (/^[0-9a-f]{64}$/.test(asked)) return asked;
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
}

type Named = {
  readonly source: Source;
  readonly index: DatasetIndex;
  readonly texts: readonly SourceVersion[];
  readonly isPresent: boolean;
};

// Once for the head and the body of one answer, though the head never tells what is not published.
const loadWhole = cache((slug: string, source: string) => loadAroundSource(slug, source));

const loadNamedSource = cache(
  async (
    slug: string,
    sourceSlug: string,
    text: number | string | null,
    isOpen: boolean,
  ): Promise<Named | null> => {
    const whole = await loadWhole(slug, sourceSlug);
    const dataset = whole && !isOpen ? await publishDataset(whole) : whole;
    const present = dataset?.sources.find((one) => one.slug === sourceSlug);
    const quoted = await loadSource(slug, sourceSlug, { isWhole: isOpen, text });
    if (!dataset || !present || !quoted) return null;
    const { source, texts } = quoted;
    const isPresent = source.sha256 === present.sha256;
    const index = toDatasetIndex(isPresent ? dataset : withOneText(dataset, source));
    return { source: isPresent ? present : source, index, texts, isPresent };
  },
);
