import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { enter } from "@/app/_access/enter";
import { HeaderAccount } from "@/app/_access/header-account";
import { toRobots } from "@/app/_access/to-robots";
import styles from "@/components/page/page.module.css";
import { PageHeader } from "@/components/page/page-header";
import { EventArticle } from "@/components/reader/event-article";
import { type DatasetIndex, toDatasetIndex } from "@/core/record/dataset-index";
import { type Reading, toReading } from "@/core/record/reading";
import { whenToWords } from "@/core/time/when-words";
import { seesAll } from "@/server/access/admit";
import { loadAroundEvent } from "@/server/queries/load-around";
import { publishDataset } from "@/server/queries/load-published";

type Props = { readonly params: Promise<{ slug: string; event: string }> };

const ROUTE = "/d/[slug]/e/[event]";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, event: eventSlug } = await params;
  const access = await enter(ROUTE, slug, `/d/${slug}/e/${eventSlug}`);
  const found = await loadReading(slug, eventSlug, seesAll(access));
  if (!found) return {};
  const { event, when, citations } = found.reading;
  const description = [
    when ? whenToWords(when) : "Undated",
    citations[0] && `“${citations[0].passage.exact}”`,
  ]
    .filter((part) => part !== undefined)
    .join(". ");
  return {
    title: event.title,
    description,
    openGraph: { title: event.title, description, type: "article" },
    ...toRobots(access),
  };
}

export default async function EventPage({ params }: Props) {
  await connection();
  const { slug, event: eventSlug } = await params;
  const path = `/d/${slug}/e/${eventSlug}`;
  const access = await enter(ROUTE, slug, path);
  const found = await loadReading(slug, eventSlug, seesAll(access));
  if (!found) notFound();
  const { reading, index } = found;
  const { dossier } = index.dataset;
  return (
    <>
      <PageHeader dossier={dossier} account={<HeaderAccount access={access} path={path} slug={slug} />} />
      <main className={styles.page}>
        <a className={styles.back} href={`/d/${dossier.slug}?e=${reading.event.slug}`}>
          Show on the map and the timeline
        </a>
        <EventArticle reading={reading} index={index} level={1} />
      </main>
    </>
  );
}

// Once for the head and the body of one answer.
const loadReading = cache(
  async (
    slug: string,
    event: string,
    isOpen: boolean,
  ): Promise<{ reading: Reading; index: DatasetIndex } | null> => {
    const whole = await loadAroundEvent(slug, event);
    if (!whole) return null;
    const index = toDatasetIndex(isOpen ? whole : await publishDataset(whole));
    const record = index.eventsBySlug.get(event);
    const reading = record ? toReading(record, index, null) : null;
    return reading && { reading, index };
  },
);
