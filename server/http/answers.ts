import type * as z from "zod";
import type { Day } from "@/core/time/day";
import { parseDay } from "@/core/time/day";
import type {
  WireDossierDetail,
  WireDossiers,
  WireEvent,
  WireEventsPage,
  WireSourceDetail,
} from "@/wire/api";
import { encodeActor, encodeEvent, encodePassage, encodePlace, encodeSource } from "@/wire/api-event";
import { encodeCursor } from "@/wire/cursor";
import { encodeDataset, type WireDataset } from "@/wire/dataset";
import { parseEventQuery } from "@/wire/event-query";
import { AsQuerySchema, NoQuerySchema, SearchQuerySchema } from "@/wire/plain-queries";
import { parseQuery } from "@/wire/query";
import { encodeSearch, type WireSearch } from "@/wire/search";
import { loadDataset } from "../queries/load-dataset";
import { loadDossier } from "../queries/load-dossier";
import { loadDossiers } from "../queries/load-dossiers";
import { loadEvent } from "../queries/load-event";
import { loadEventsPage } from "../queries/load-events-page";
import { loadSource } from "../queries/load-source";
import { searchEvents } from "../queries/search-events";
import { Refusal } from "./endpoint";

type InDossier = { readonly slug: string };

export async function answerDossiers(_: unknown, query: URLSearchParams): Promise<WireDossiers> {
  read(NoQuerySchema, query);
  const dossiers = await loadDossiers();
  return { items: dossiers.map((dossier) => ({ ...dossier, page: `/d/${dossier.slug}` })), next: null };
}

export async function answerDossier({ slug }: InDossier, query: URLSearchParams): Promise<WireDossierDetail> {
  read(NoQuerySchema, query);
  const { dossier, sources, places, actors } = found(await loadDossier(slug), `dossier ${slug}`);
  const { id: _, ...rest } = dossier;
  return {
    ...rest,
    sources: sources.map(encodeSource),
    places: places.map(encodePlace),
    actors: actors.map(encodeActor),
    page: `/d/${slug}`,
  };
}

export async function answerDataset({ slug }: InDossier, query: URLSearchParams): Promise<WireDataset> {
  read(NoQuerySchema, query);
  return encodeDataset(found(await loadDataset(slug), `dossier ${slug}`));
}

export async function answerSearch({ slug }: InDossier, query: URLSearchParams): Promise<WireSearch> {
  const { q } = read(SearchQuerySchema, query);
  return encodeSearch(found(await searchEvents(slug, q), `dossier ${slug}`));
}

export async function answerEvents({ slug }: InDossier, query: URLSearchParams): Promise<WireEventsPage> {
  const { dossier } = found(await loadDossier(slug), `dossier ${slug}`);
  const asked = parseEventQuery(query, dossier.zone);
  if (!("limit" in asked)) throw new Refusal(400, "The query has faults.", asked);
  const { events, next } = await loadEventsPage(dossier, asked);
  return { items: events.map((event) => encodeEvent(slug, event)), next: next && encodeCursor(next) };
}

export async function answerEvent(
  { slug, event }: InDossier & { readonly event: string },
  query: URLSearchParams,
): Promise<WireEvent> {
  const { as } = read(AsQuerySchema, query);
  const told = await loadEvent(slug, event, toReportedBy(as));
  const heard = as === undefined ? "" : ` reported by ${as}`;
  return encodeEvent(slug, found(told, `event ${event} in dossier ${slug}${heard}`));
}

export async function answerSource(
  { slug, source: sourceSlug }: InDossier & { readonly source: string },
  query: URLSearchParams,
): Promise<WireSourceDetail> {
  read(NoQuerySchema, query);
  const { source, passages } = found(
    await loadSource(slug, sourceSlug),
    `source ${sourceSlug} in dossier ${slug}`,
  );
  return {
    ...encodeSource(source),
    text: source.text,
    page: `/d/${slug}/s/${sourceSlug}`,
    passages: passages.map(({ events, ...passage }) => ({ ...encodePassage(passage), events: [...events] })),
  };
}

function read<S extends z.ZodObject>(schema: S, params: URLSearchParams): z.output<S> {
  const { query, faults } = parseQuery(schema, params);
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
