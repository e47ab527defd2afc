import type * as z from "zod";
import { NO_CELL } from "@/core/brush/world";
import type { Day } from "@/core/time/day";
import { parseDay } from "@/core/time/day";
import { DAY, toInstant } from "@/core/time/instant";
import type {
  WireCounts,
  WireDossierDetail,
  WireDossiers,
  WireEvent,
  WireEventsPage,
  WireSourceDetail,
} from "@/wire/api";
import {
  encodeActor,
  encodeEvent,
  encodePassage,
  encodePlace,
  encodeSource,
  type ToldEvent,
} from "@/wire/api-event";
import { ChangesQuerySchema, encodeChange, type WireChanges } from "@/wire/changes";
import { COLUMNS_TYPE, COLUMNS_VERSION } from "@/wire/columns";
import { CUBE_TYPE } from "@/wire/cube";
import { encodeCursor } from "@/wire/cursor";
import { encodeDataset, type WireDataset } from "@/wire/dataset";
import { type EventQuery, parseEventQuery } from "@/wire/event-query";
import {
  EventStateQuerySchema,
  NoQuerySchema,
  SearchQuerySchema,
  SourceQuerySchema,
} from "@/wire/plain-queries";
import { parseQuery } from "@/wire/query";
import { encodeSearch, type WireSearch } from "@/wire/search";
import { type Access, seesAll } from "../access/admit";
import { loadChanges } from "../queries/load-changes";
import { loadCrowd } from "../queries/load-crowd";
import { loadDataset, MOST_WHOLE } from "../queries/load-dataset";
import { loadDossier } from "../queries/load-dossier";
import { loadDossierId } from "../queries/load-dossier-id";
import { loadDossiers } from "../queries/load-dossiers";
import { loadEvent } from "../queries/load-event";
import { loadEventAt } from "../queries/load-event-at";
import { loadEventsPage } from "../queries/load-events-page";
import { publishDataset, publishSources, publishTold } from "../queries/load-published";
import { loadSlice, MOST_SLICED } from "../queries/load-slice";
import { loadSource } from "../queries/load-source";
import { loadTally, type Tally } from "../queries/load-tally";
import { loadTombstone } from "../queries/load-tombstone";
import { loadWindowCounts } from "../queries/load-window-counts";
import { searchEvents } from "../queries/search-events";
import type { Stated } from "./endpoint";
import { noteExport } from "./note-export";
import { Refusal } from "./refusal";

type InDossier = { readonly slug: string };

export async function answerDossiers(
  _: unknown,
  query: URLSearchParams,
  { visitor }: Access,
): Promise<WireDossiers> {
  read(NoQuerySchema, query);
  const dossiers = await loadDossiers(visitor);
  return { items: dossiers.map((dossier) => ({ ...dossier, page: `/d/${dossier.slug}` })), next: null };
}

export async function answerDossier(
  { slug }: InDossier,
  query: URLSearchParams,
  access: Access,
): Promise<WireDossierDetail> {
  read(NoQuerySchema, query);
  const { dossier, places, actors, ...setting } = found(await loadDossier(slug), `dossier ${slug}`);
  const sources = seesAll(access) ? setting.sources : await publishSources(dossier.id, setting.sources);
  const { id: _, ...rest } = dossier;
  return {
    ...rest,
    sources: sources.map(encodeSource),
    places: places.map(encodePlace),
    actors: actors.map(encodeActor),
    page: `/d/${slug}`,
  };
}

/** The whole of a dossier, or that part of it which a query asks for. */
export async function answerDataset(
  { slug }: InDossier,
  query: URLSearchParams,
  access: Access,
  request: Request,
): Promise<WireDataset> {
  const { dossier, events, asked } = await ask(slug, query, "unpaged");
  const isWhole = query.size === 0 && events <= MOST_WHOLE;
  const dataset = isWhole ? await loadDataset(slug) : await loadSlice(dossier, asked);
  if (dataset === null) {
    throw new Refusal(413, `More than ${MOST_SLICED} events: ask for their numbers, or for less.`);
  }
  if (isWhole) await noteExport(request, access, { what: "dataset" });
  return encodeDataset(seesAll(access) ? dataset : await publishDataset(dataset));
}

/** The dated events of a dossier as numbers, in the layout of wire/columns or wire/cube. */
export async function answerCrowd({ slug }: InDossier, query: URLSearchParams): Promise<Stated> {
  const { asked, ...tally } = await ask(slug, query, "unpaged");
  return {
    // Bytes of an older layout are no answer, though nothing in them has changed.
    state: `${COLUMNS_VERSION} ${tally.version} ${JSON.stringify(asked)}`,
    pack: async () => {
      const crowd = await loadCrowd(tally, asked);
      if (crowd === null) throw new Refusal(413, "Too many events to travel one by one: ask for less.");
      return { mediaType: crowd.kind === "cube" ? CUBE_TYPE : COLUMNS_TYPE, bytes: crowd.bytes };
    },
  };
}

/** How many events touch a window of whole UTC days, by cell of the map and category. */
export async function answerCounts({ slug }: InDossier, query: URLSearchParams): Promise<WireCounts> {
  const { dossier, asked } = await ask(slug, query, "unpaged");
  const { from, to } = asked;
  if (from === null || to === null) throw new Refusal(400, "Counts need a window: `from` and `to`.");
  const [fromDay, toDay] = [Math.floor(from / DAY), Math.ceil(to / DAY)];
  const { level, cells } = await loadWindowCounts(
    dossier.id,
    { ...asked, from: null, to: null },
    fromDay,
    toDay,
  );
  const unplaced = cells.filter(({ cell }) => cell === NO_CELL);
  const sum = (counts: readonly { readonly events: number }[]) =>
    counts.reduce((whole, { events }) => whole + events, 0);
  return {
    from: fromDay * DAY,
    to: toDay * DAY,
    placed: sum(cells) - sum(unplaced),
    unplaced: sum(unplaced),
    level,
    cells: cells.map((count) => ({ ...count })),
  };
}

export async function answerSearch({ slug }: InDossier, query: URLSearchParams): Promise<WireSearch> {
  const { q } = read(SearchQuerySchema, query);
  return encodeSearch(found(await searchEvents(slug, q), `dossier ${slug}`));
}

export async function answerEvents(
  { slug }: InDossier,
  query: URLSearchParams,
  access: Access,
): Promise<WireEventsPage> {
  const { dossier, asked } = await ask(slug, query, "paged");
  const { next, ...page } = await loadEventsPage(dossier, asked);
  const events = seesAll(access) ? page.events : await publishTold(dossier.id, page.events);
  return { items: events.map((event) => encodeEvent(slug, event)), next: next && encodeCursor(next) };
}

export async function answerEvent(
  { slug, event }: InDossier & { readonly event: string },
  query: URLSearchParams,
  access: Access,
): Promise<WireEvent> {
  const { as, at } = read(EventStateQuerySchema, query);
  if (as !== undefined && at !== undefined) throw new Refusal(400, "Ask for `as` or for `at`, not for both.");
  const told =
    at === undefined
      ? await loadEvent(slug, event, toReportedBy(as))
      : await loadEventAt(slug, event, toInstant(at));
  if (told === null) await refuseGone(slug, "event", event);
  const then = as === undefined ? (at === undefined ? "" : " as of then") : ` reported by ${as}`;
  const whole = found(told, `event ${event} in dossier ${slug}${then}`);
  return encodeEvent(slug, seesAll(access) ? whole : await publishOne(slug, whole));
}

export async function answerSource(
  { slug, source: sourceSlug }: InDossier & { readonly source: string },
  query: URLSearchParams,
  access: Access,
): Promise<WireSourceDetail> {
  const { text = null } = read(SourceQuerySchema, query);
  const quoted = await loadSource(slug, sourceSlug, { isWhole: seesAll(access), text });
  if (quoted === null) await refuseGone(slug, "source", sourceSlug);
  const which = text === null ? "" : ` with a text ${text}`;
  const { source, passages, texts } = found(quoted, `source ${sourceSlug}${which} in dossier ${slug}`);
  return {
    ...encodeSource(source),
    text: source.text,
    texts: texts.map((one) => ({ ...one })),
    page: `/d/${slug}/s/${sourceSlug}`,
    passages: passages.map(({ events, ...passage }) => ({ ...encodePassage(passage), events: [...events] })),
  };
}

/** A page of a dossier's history, newest first. */
export async function answerChanges(
  { slug }: InDossier,
  query: URLSearchParams,
  access: Access,
): Promise<WireChanges> {
  const { limit, cursor = null, subject } = read(ChangesQuerySchema, query);
  const [kind = "", name = ""] = subject?.split(":") ?? [];
  const about = subject === undefined ? null : { kind, slug: name };
  const asked = { limit, cursor, subject: about, isWhole: seesAll(access) };
  const { changes, next } = found(await loadChanges(slug, asked), `dossier ${slug}`);
  return { items: changes.map(encodeChange), next };
}

async function publishOne(slug: string, told: ToldEvent): Promise<ToldEvent> {
  const dossierId = found(await loadDossierId(slug), `dossier ${slug}`);
  const [published] = await publishTold(dossierId, [told]);
  return published ?? told;
}

async function refuseGone(dossier: string, subject: "event" | "source", slug: string): Promise<void> {
  const tombstone = await loadTombstone(dossier, subject, slug);
  if (tombstone) throw new Refusal(410, `The ${subject} ${slug} was deleted.`, undefined, { tombstone });
}

async function ask(
  slug: string,
  query: URLSearchParams,
  pages: "paged" | "unpaged",
): Promise<Tally & { readonly asked: EventQuery }> {
  const tally = found(await loadTally(slug), `dossier ${slug}`);
  const asked = parseEventQuery(query, tally.dossier.zone, pages);
  if (!("limit" in asked)) throw new Refusal(400, "The query has faults.", asked);
  return { ...tally, asked };
}

/** The parameters of a request, or a Refusal that lists each fault; those in `lists` may come several times. */
export function read<S extends z.ZodObject>(
  schema: S,
  params: URLSearchParams,
  lists: readonly string[] = [],
): z.output<S> {
  const { query, faults } = parseQuery(schema, params, lists);
  if (query === null || faults.length > 0) throw new Refusal(400, "The query has faults.", faults);
  return query;
}

function found<T>(value: T | null, thing: string): T {
  if (value === null) throw new Refusal(404, `There is no ${thing}.`);
  return value;
}

function toReportedBy(as: string | undefined): Day | null {
  return as === undefined ? null : parseDay(as);
}
