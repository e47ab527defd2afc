import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { enter } from "@/app/_access/enter";
import { loadHeadAccount } from "@/app/_access/head-account";
import { type Instant, toInstant } from "@/core/time/instant";
import { instantToWords } from "@/core/time/words";
import { seesAll } from "@/server/access/admit";
import { MOST_WHOLE } from "@/server/queries/load-dataset";
import { loadDatasetAt } from "@/server/queries/load-dataset-at";
import { publishDataset } from "@/server/queries/load-published";
import { loadTally } from "@/server/queries/load-tally";
import { encodeDataset } from "@/wire/dataset";
import { EventStateQuerySchema } from "@/wire/plain-queries";
import { PastIsland } from "./past-island";

type Props = {
  readonly params: Promise<{ slug: string; moment: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// What was is for whoever looks for it by the history, and not for search engines.
export const metadata: Metadata = { title: "As it was", robots: { index: false } };

/** A dossier as it was kept at a moment, in milliseconds since 1970-01-01T00:00Z; nothing can be changed in it. */
export default async function PastPage({ params, searchParams }: Props) {
  await connection();
  const { slug, moment } = await params;
  const path = `/d/${slug}/at/${moment}`;
  const access = await enter("/d/[slug]/at/[moment]", slug, path);
  const at = toMoment(moment);
  const tally = at === null ? null : await loadTally(slug);
  // A crowd is counted when it is written, and nobody has counted what it was.
  if (at === null || tally === null || tally.events > MOST_WHOLE) notFound();
  const dataset = await loadDatasetAt(slug, at);
  if (dataset === null) notFound();
  const { zone } = dataset.dossier;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams))
    for (const one of [value ?? []].flat()) query.append(name, one);
  return (
    <PastIsland
      wire={encodeDataset(seesAll(access) ? dataset : await publishDataset(dataset))}
      query={query.toString()}
      account={await loadHeadAccount(access, path, slug)}
      moment={`${instantToWords(at, zone)}, ${zone}`}
    />
  );
}

function toMoment(text: string): Instant | null {
  const { data } = EventStateQuerySchema.safeParse({ at: text });
  return data?.at === undefined ? null : toInstant(data.at);
}
