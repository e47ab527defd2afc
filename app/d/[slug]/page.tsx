import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { loadDataset } from "@/server/queries/load-dataset";
import { encodeDataset } from "@/wire/dataset";
import { DashboardIsland } from "./dashboard-island";

type Props = {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const dataset = await loadDataset((await params).slug);
  if (!dataset) return {};
  const { title, summary } = dataset.dossier;
  return { title, description: summary, openGraph: { title, description: summary } };
}

export default async function DossierPage({ params, searchParams }: Props) {
  await connection();
  const dataset = await loadDataset((await params).slug);
  if (!dataset) notFound();
  return <DashboardIsland wire={encodeDataset(dataset)} query={toQuery(await searchParams)} />;
}

function toQuery(searchParams: Awaited<Props["searchParams"]>): string {
  const pairs = Object.entries(searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}
