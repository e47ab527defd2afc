import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

/** A sum that is not that of the events. */
export type Miscount = {
  readonly dossier: string;
  /** Which sum: "events", "undated", "unplaced", "first", "last", "days", "months", or a filter's name. */
  readonly sum: string;
  readonly kept: number;
  readonly counted: number;
};

/** Holds the sums that every change keeps against the events themselves; gives the first that differs, or `null`. */
export async function auditCounts(db: Database = database()): Promise<Miscount | null> {
  return unlessAway(async () => {
    const dossiers = await db.dossier.findMany({ select: { id: true }, orderBy: { slug: "asc" } });
    for (const { id } of dossiers) {
      const [miscount] = await db.$queryRaw<Miscount[]>`
        with counted as (
          select count(*)::int as events,
            (count(*) filter (where edtf is null))::int as undated,
            (count(*) filter (where "placeId" is null))::int as unplaced,
            min(coalesce("beginEarliest", "endEarliest"))::float8 as first,
            max(coalesce("endLatest", "beginLatest"))::float8 as last
          from event where "dossierId" = ${id}::uuid and "hiddenAt" is null),
        begun as (
          select grain, level, sum(events)::int as starts
          from rollup, unnest(starts) as events
          where "dossierId" = ${id}::uuid
          group by grain, level),
        chosen as (
          select facet, sum(events)::int as events from facet
          where "dossierId" = ${id}::uuid and facet in ('cat', 'status')
          group by facet),
        sums as (
          select 'events' as sum, tally.events as kept, counted.events as counted
            from tally, counted where "dossierId" = ${id}::uuid
          union all
          select 'undated', tally.undated, counted.undated from tally, counted where "dossierId" = ${id}::uuid
          union all
          select 'unplaced', tally.unplaced, counted.unplaced from tally, counted where "dossierId" = ${id}::uuid
          union all
          select 'first', tally."firstInstant", counted.first from tally, counted where "dossierId" = ${id}::uuid
          union all
          select 'last', tally."lastInstant", counted.last from tally, counted where "dossierId" = ${id}::uuid
          union all
          select case grain when 'day' then 'days' else 'months' end, starts, counted.events - counted.undated
            from begun, counted
          union all
          select case facet when 'cat' then 'category' else facet end, chosen.events, counted.events
            from chosen, counted)
        select dossier.slug as dossier, sums.sum, sums.kept, sums.counted
        from sums
        join dossier on dossier.id = ${id}::uuid
        where sums.kept is distinct from sums.counted
        limit 1`;
      if (miscount) return miscount;
    }
    return null;
  });
}
