import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { mayWrite } from "@/server/http/may-write";
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
  const tally = await loadTally((await params).slug);
  if (!tally) return {};
  const { title, summary } = tally.dossier;
  return { title, description: summary, openGraph: { title, description: summary } };
}

export default async function DossierPage({ params, searchParams }: Props) {
  await connection();
  const tally = await loadTally((await params).slug);
  if (!tally) notFound();
  const query = toQuery(await searchParams);
  const canWrite = mayWrite(new Headers(await headers()));
  if (tally.events > MOST_WHOLE) {
    const overview = encodeOverview(await loadOverview(tally));
    return <CrowdIsland overview={overview} query={query} canWrite={canWrite} />;
  }
  const dataset = await loadDataset(tally.dossier.slug);
  if (!dataset) notFound();
  const shown = canWrite ? dataset : await publishDataset(dataset);
  return <DashboardIsland wire={encodeDataset(shown)} query={query} canWrite={canWrite} />;
}

function toQuery(searchParams: Awaited<Props["searchParams"]>): string {
  const pairs = Object.entries(searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}
