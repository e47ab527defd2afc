import { areCompatible } from "../time/compatible";
import { compareDays, type Day } from "../time/day";
import type { Bounds, When } from "../time/when";
import { type DatasetIndex, locateOrigin } from "./dataset-index";
import type { Citation, DossierEvent, Id, Passage, Source } from "./record";
import { contradicts, toStatus } from "./status";
import type { Assertion, Status } from "./vocabulary";

/** How a citation departs from the event's reading: by its date, or by denying what others assert. */
export type Disagreement = "date" | "assertion";

export type CitationReading = {
  readonly citation: Citation;
  readonly passage: Passage;
  readonly source: Source;
  readonly disagrees: Disagreement | null;
};

/** An event as its sources told it up to a day. */
export type Reading = {
  readonly event: DossierEvent;
  readonly status: Status;
  /** The editor's date, or what was known of it then; `null` is undated. */
  readonly when: When | null;
  /** The citation on which `when` rests, if one gives a date. */
  readonly basisId: Id | null;
  /** Newest publication first. */
  readonly citations: readonly CitationReading[];
};

type Lookups = Pick<DatasetIndex, "passages" | "sources">;

/**
 * Reads an event as it was reported up to and including `reportedBy` (`null`: until today).
 * Returns `null` when no source had spoken of it by then.
 */
export function toReading(event: DossierEvent, index: Lookups, reportedBy: Day | null): Reading | null {
  const heard = event.citations
    .map((citation) => ({ citation, ...locateOrigin(citation, index) }))
    .filter(({ source }) => reportedBy === null || source.publishedOn <= reportedBy)
    .toSorted((a, b) => compareDays(b.source.publishedOn, a.source.publishedOn));
  const status = toStatus(
    heard.map(({ citation, source }) => ({
      assertion: citation.assertion,
      publishedOn: source.publishedOn,
    })),
  );
  if (status === null) return null;

  const { when, basisId } = toKnownWhen(
    event,
    heard.map(({ citation }) => citation),
  );
  return {
    event,
    status,
    when,
    basisId,
    citations: heard.map((origin, position) => ({
      ...origin,
      disagrees: toDisagreement(
        origin.citation,
        when,
        heard.filter((_, other) => other !== position).map(({ citation }) => citation.assertion),
      ),
    })),
  };
}

// The editor's date holds as soon as the citation it rests on is out. Before that, the event is shown as it was
// then known: the date that most of the citations heard agree with, and of those the narrowest.
function toKnownWhen(event: DossierEvent, heard: readonly Citation[]): Pick<Reading, "when" | "basisId"> {
  if (event.when === null || event.basisId === null) return { when: event.when, basisId: null };
  if (heard.some(({ id }) => id === event.basisId)) return { when: event.when, basisId: event.basisId };

  const dated = heard.flatMap(({ id, when }) => (when ? [{ id, when }] : []));
  const best = dated
    .map(({ id, when }) => ({
      id,
      when,
      agreeing: dated.filter((other) => areCompatible(when, other.when)).length,
    }))
    .toSorted((a, b) => b.agreeing - a.agreeing || spanOf(a.when.bounds) - spanOf(b.when.bounds))[0];
  return { when: best?.when ?? null, basisId: best?.id ?? null };
}

function toDisagreement(
  citation: Citation,
  when: When | null,
  others: readonly Assertion[],
): Disagreement | null {
  if (contradicts(citation.assertion, others)) return "assertion";
  if (when && citation.when && !areCompatible(when, citation.when)) return "date";
  return null;
}

function spanOf({ beginEarliest, endLatest }: Bounds): number {
  return beginEarliest === null || endLatest === null ? Number.POSITIVE_INFINITY : endLatest - beginEarliest;
}
