import type { DatasetIndex } from "@/core/record/dataset-index";
import { isSlug } from "@/core/record/limits";
import type { DossierEvent, MapView, Passage } from "@/core/record/record";
import { CATEGORIES, STATUSES } from "@/core/record/vocabulary";
import { type Day, parseDay } from "@/core/time/day";
import { type Instant, type Range, toRange } from "@/core/time/instant";
import { parseViewInstant, viewInstantToText } from "@/core/time/parse-view-time";
import {
  type Clock,
  type Filters,
  type Focus,
  LANE_KEYS,
  type LaneKey,
  type View,
} from "@/core/timeline/view";
import { clamp, panWindow, SHORTEST_WINDOW } from "@/core/timeline/window";

/** What an address asks for; `faults` says in words which of its values could not be followed. */
export type ViewLink = {
  readonly view: View;
  readonly focus: Focus;
  /** The event that the address names where the dossier is held in part, and not this event. */
  readonly awaited: { readonly slug: string; readonly passage: string | null } | null;
  /** Whether the address itself says where the window or the playhead is. */
  readonly isTimed: boolean;
  readonly faults: readonly string[];
};

const LONGEST_QUERY = 200;
const LEAST_ZOOM = 1;
const LARGEST_ZOOM = 18;

/** Reads the query of a dashboard's address on top of the opening view; what is broken or unknown is left out and named. */
export function decodeViewLink(params: URLSearchParams, index: DatasetIndex, opening: View): ViewLink {
  const faults: string[] = [];
  const { zone } = index.dataset.dossier;
  const read = <T>(name: string, parse: (text: string) => T | null): T | null => {
    const text = params.get(name);
    if (text === null || text === "") return null;
    const value = parse(text);
    if (value === null) faults.push(toFault(name, text));
    return value;
  };
  const readList = <T extends string>(name: string, isKnown: (text: string) => text is T): T[] =>
    params
      .getAll(name)
      .flatMap((text) => text.split(","))
      .filter((text, position, all) => text !== "" && all.indexOf(text) === position)
      .filter((text): text is T => {
        const known = isKnown(text);
        if (!known) faults.push(toFault(name, text));
        return known;
      });

  const from = read("from", (text) => parseViewInstant(text, zone, "start"));
  const to = read("to", (text) => parseViewInstant(text, zone, "end"));
  const at = read("t", (text) => parseViewInstant(text, zone, "start"));
  const isWindowAsked = from !== null || to !== null;
  let window = toWindow(from, to, opening.window);
  if (window === null) {
    faults.push(`The window from “${params.get("from")}” to “${params.get("to")}” has no length.`);
    window = opening.window;
  }
  const isOutside = at !== null && (at < window.start || at >= window.end);
  if (isOutside && !isWindowAsked) window = panWindow(window, at - (window.start + window.end) / 2);
  if (isOutside && isWindowAsked) faults.push(`The playhead “${params.get("t")}” lies outside the window.`);
  const wanted = at ?? opening.playhead;
  const playhead = clamp(wanted, window.start, window.end - 1) as Instant;

  const slug = params.get("e") ?? "";
  const isAwaited = index.isPartial && isSlug(slug) && !index.eventsBySlug.has(slug);
  const named = isAwaited ? null : read("e", (slug) => index.eventsBySlug.get(slug) ?? null);
  const passage = isAwaited ? null : read("p", (slug) => locatePassage(slug, named, index));
  // A passage is read in an event that cites it.
  const event = named ?? (passage && index.eventsOfPassage.get(passage.id)?.[0]) ?? null;
  const slugsOf = (records: readonly { readonly slug: string }[]) => {
    const known = new Set(records.map(({ slug }) => slug));
    return (text: string): text is string => (index.isPartial ? isSlug(text) : known.has(text));
  };
  const { dataset } = index;
  const filters: Filters = {
    q: (params.get("q") ?? "").trim().slice(0, LONGEST_QUERY),
    cat: readList("cat", isOneOf(CATEGORIES)),
    actor: readList("actor", slugsOf(dataset.actors)),
    place: readList("place", slugsOf(dataset.places)),
    source: readList("source", slugsOf(dataset.sources)),
    status: readList("status", isOneOf(STATUSES)),
  };
  return {
    view: {
      window,
      playhead,
      map: read("map", parseMap) ?? opening.map,
      filters,
      reportedBy: read<Day>("as", parseDay),
      lanesBy: read<LaneKey>("lanes", (text) => LANE_KEYS.find((key) => key === text) ?? null) ?? "category",
      clock: read<Clock>("clock", (text) => (text === "utc" || text === "local" ? text : null)) ?? "local",
    },
    focus: { eventId: event?.id ?? null, passageId: passage?.id ?? null, hoveredId: null },
    awaited: isAwaited ? { slug, passage: params.get("p") } : null,
    isTimed: isWindowAsked || at !== null,
    faults,
  };
}

/** Writes the query of the address that opens this view; what the opening view shows anyway is left out. */
export function encodeViewLink(view: View, focus: Focus, index: DatasetIndex, opening: View): string {
  const { zone } = index.dataset.dossier;
  const params: [name: string, value: string][] = [];
  const isSameWindow = view.window.start === opening.window.start && view.window.end === opening.window.end;
  if (!isSameWindow) {
    params.push(["from", viewInstantToText(view.window.start, zone, "start")]);
    params.push(["to", viewInstantToText(view.window.end, zone, "end")]);
  }
  if (view.playhead !== opening.playhead || !isSameWindow) {
    params.push(["t", viewInstantToText(view.playhead, zone, "start")]);
  }
  const event = focus.eventId === null ? null : index.events.get(focus.eventId);
  if (event) params.push(["e", event.slug]);
  const passage = focus.passageId === null ? null : index.passages.get(focus.passageId);
  if (passage) params.push(["p", passage.slug]);
  if (view.map && view.map !== opening.map) params.push(["map", encodeMap(view.map)]);
  if (view.filters.q !== "") params.push(["q", view.filters.q]);
  for (const name of ["cat", "actor", "place", "source", "status"] as const) {
    if (view.filters[name].length > 0) params.push([name, view.filters[name].join(",")]);
  }
  if (view.reportedBy !== null) params.push(["as", view.reportedBy]);
  if (view.lanesBy !== opening.lanesBy) params.push(["lanes", view.lanesBy]);
  if (view.clock !== opening.clock) params.push(["clock", view.clock]);
  // Commas and colons are legal in a query; unescaped, an address can still be read by people.
  return new URLSearchParams(params).toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}

function locatePassage(slug: string, event: DossierEvent | null, index: DatasetIndex): Passage | null {
  const passage = index.dataset.passages.find((other) => other.slug === slug);
  const citing = (passage && index.eventsOfPassage.get(passage.id)) ?? [];
  const isRead = event === null ? citing.length > 0 : citing.includes(event);
  return passage && isRead ? passage : null;
}

function toWindow(from: Instant | null, to: Instant | null, opening: Range): Range | null {
  const length = opening.end - opening.start;
  const start = from ?? (to !== null && to <= opening.start ? ((to - length) as Instant) : opening.start);
  const end = to ?? (from !== null && from >= opening.end ? ((from + length) as Instant) : opening.end);
  if (end <= start) return null;
  return toRange(start, Math.max(end, start + SHORTEST_WINDOW) as Instant);
}

function parseMap(text: string): MapView | null {
  const numbers = text.split(",").map((part) => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  const [lat = Number.NaN, lon = Number.NaN, zoom = Number.NaN] = numbers;
  const isValid =
    numbers.length === 3 &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 360 &&
    zoom >= LEAST_ZOOM &&
    zoom <= LARGEST_ZOOM;
  return isValid ? { lat, lon, zoom } : null;
}

function encodeMap({ lat, lon, zoom }: MapView): string {
  return [lat.toFixed(3), lon.toFixed(3), String(Math.round(zoom * 100) / 100)].join(",");
}

function isOneOf<T extends string>(values: readonly T[]): (text: string) => text is T {
  return (text): text is T => values.some((value) => value === text);
}

const NAMES: Record<string, string> = {
  from: "the window’s start",
  to: "the window’s end",
  t: "the playhead",
  e: "the event",
  p: "the passage",
  map: "the map’s view",
  cat: "the category",
  actor: "the actor",
  place: "the place",
  source: "the source",
  status: "the status",
  as: "the day of “reported by”",
  lanes: "the lanes",
  clock: "the clock",
};

function toFault(name: string, text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `“${shown}” is not known for ${NAMES[name] ?? name}.`;
}
