import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { loadHeadAccount } from "@/app/_access/head-account";
import { toRight } from "@/app/_access/to-right";
import { toRobots } from "@/app/_access/to-robots";
import { seesAll } from "@/server/access/admit";
import { loadDataset, MOST_WHOLE } from "@/server/queries/load-dataset";
import { loadOverview } from "@/server/queries/load-overview";
import { publishDataset } from "@/server/queries/load-published";
import { loadTally } from "@/server/queries/load-tally";
import { encodeDataset } from "@/wire/dataset";
import { encodeOverview } from "@/wire/overview";
import { CrowdIsland } from "./crowd-island";
import { DashboardIsland } from "./dashboard-island";

type Props = {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const access = await enter("/d/[slug]", slug, `/d/${slug}`);
  const tally = await loadTally(slug);
  if (!tally) return {};
  const { title, summary } = tally.dossier;
  return {
    ...{ title, description: summary, openGraph: { title, description: summary } },
    ...toRobots(access),
  };
}

export default async function DossierPage({ params, searchParams }: Props) {
  await connection();
  const { slug } = await params;
  const access = await enter("/d/[slug]", slug, `/d/${slug}`);
  const tally = await loadTally(slug);
  if (!tally) notFound();
  const query = toQuery(await searchParams);
  const right = toRight(access);
  const account = await loadHeadAccount(access, `/d/${slug}`, slug);
  if (tally.events > MOST_WHOLE) {
    const overview = encodeOverview(await loadOverview(tally));
    return <CrowdIsland overview={overview} query={query} right={right} account={account} />;
  }
  const dataset = await loadDataset(tally.dossier.slug);
  if (!dataset) notFound();
  const wire = encodeDataset(seesAll(access) ? dataset : await publishDataset(dataset));
  return <DashboardIsland wire={wire} query={query} right={right} account={account} />;
}

function toQuery(searchParams: Awaited<Props["searchParams"]>): string {
  const pairs = Object.entries(searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}
