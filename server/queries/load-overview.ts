import type { Instant } from "@/core/time/instant";
import { toRange } from "@/core/time/instant";
import type { FacetValue, Overview } from "@/wire/overview";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import type { Tally } from "./load-tally";

// As many values of a filter as anybody would look through.
const MOST_VALUES = 200;

/** What a large dossier's dashboard opens with: its counts, and the values of its filters. */
export async function loadOverview(tally: Tally, db: Database = database()): Promise<Overview> {
  const { dossier, version: _, ...counts } = tally;
  return unlessAway(async () => {
    const [reach, facets] = await Promise.all([
      db.tally.findUnique({
        where: { dossierId: dossier.id },
        select: { firstInstant: true, lastInstant: true },
      }),
      db.$queryRaw<FacetValue[]>`
        select facet, value, label, events from (
          select facet.facet, facet.events,
            coalesce(actor.slug, place.slug, facet.value) as value,
            coalesce(actor.name, place.name, facet.value) as label,
            row_number() over (partition by facet.facet order by facet.events desc, facet.value) as rank
          from facet
          left join actor on facet.facet = 'actor' and actor."dossierId" = facet."dossierId"
            and actor.id::text = facet.value
          left join place on facet.facet = 'place' and place."dossierId" = facet."dossierId"
            and place.id::text = facet.value
          where facet."dossierId" = ${dossier.id}::uuid) as ranked
        where rank <= ${MOST_VALUES}
        order by facet, rank`,
    ]);
    const first = reach?.firstInstant ?? null;
    const last = reach?.lastInstant ?? null;
    return {
      dossier,
      ...counts,
      extent:
        first !== null && last !== null && first < last
          ? toRange(Number(first) as Instant, Number(last) as Instant)
          : null,
      facets,
    };
  });
}
