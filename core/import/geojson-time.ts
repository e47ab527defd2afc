import { type DateCell, parseDateCell, toInterval } from "./date-cell";
import { isObject, memberOf, toText } from "./json-value";
import { instantToEdtf, unixToInstant } from "./unix-time";

/** A date of a feature, or why it cannot be read, with the name of the property that it stands in. */
export type FeatureTime = DateCell & { readonly property: string; readonly value: string };

/**
 * When a feature is, by the first of the conventions that it follows; `null` if it follows none. Files have no standard
 * for time: each of these is of some program or format.
 */
export function toFeatureTime(feature: unknown): FeatureTime | null {
  const properties = memberOf(feature, "properties");
  for (const { property, of, read } of CONVENTIONS) {
    const time = read(of === "feature" ? feature : properties);
    if (time !== null) return { ...toDate(time), property, value: toWords(time) };
  }
  return null;
}

/** The ends of a time, ".." where it is open; with nothing as its end, a single one. */
type Told = { readonly begin: unknown; readonly end: unknown };

type Convention = {
  readonly property: string;
  readonly of: "feature" | "properties";
  readonly read: (value: unknown) => Told | null;
};

const CONVENTIONS: readonly Convention[] = [
  // Dateline's own export, which says in `edtf` what `start` and `end` can only say more coarsely.
  { property: "edtf", of: "properties", read: single("edtf") },
  // Leaflet.timeline
  { property: "start", of: "properties", read: pair("start", "end") },
  { property: "start_date", of: "properties", read: pair("start_date", "end_date") },
  // STAC
  { property: "start_datetime", of: "properties", read: pair("start_datetime", "end_datetime") },
  { property: "datetime", of: "properties", read: single("datetime") },
  // Leaflet.TimeDimension
  { property: "time", of: "properties", read: single("time") },
  { property: "times", of: "properties", read: list("times") },
  { property: "coordTimes", of: "properties", read: list("coordTimes") },
  { property: "linestringTimestamps", of: "properties", read: list("linestringTimestamps") },
  // OGC Features and Geometries JSON
  { property: "time", of: "feature", read: (feature) => readJsonFg(memberOf(feature, "time")) },
  // togeojson
  {
    property: "timespan",
    of: "properties",
    read: (properties) => readSpan(memberOf(properties, "timespan")),
  },
  { property: "timestamp", of: "properties", read: readTimestampText },
  // Linked Places; some files have it among the properties.
  { property: "when", of: "feature", read: (feature) => readLinkedPlaces(memberOf(feature, "when")) },
  {
    property: "when",
    of: "properties",
    read: (properties) => readLinkedPlaces(memberOf(properties, "when")),
  },
  { property: "event_date", of: "properties", read: single("event_date") },
  { property: "date", of: "properties", read: single("date") },
  // As a number it is kepler.gl's, or the time of the last change, as in ACLED, beside a date of the event.
  { property: "timestamp", of: "properties", read: single("timestamp") },
  // A trip of kepler.gl: lon, lat, altitude and time of every vertex.
  { property: "geometry", of: "feature", read: (feature) => readTrip(memberOf(feature, "geometry")) },
];

function single(name: string): Convention["read"] {
  return (value) => {
    const time = memberOf(value, name);
    return isTold(time) ? { begin: time, end: null } : null;
  };
}

function pair(beginName: string, endName: string): Convention["read"] {
  return (value) => {
    const [begin, end] = [memberOf(value, beginName), memberOf(value, endName)];
    if (!isTold(begin) && !isTold(end)) return null;
    return { begin: isTold(begin) ? begin : null, end: isTold(end) ? end : null };
  };
}

function list(name: string): Convention["read"] {
  return (value) => {
    const times = memberOf(value, name);
    return Array.isArray(times) ? toEnds(times.flat(3)) : null;
  };
}

function readJsonFg(time: unknown): Told | null {
  const interval = memberOf(time, "interval");
  if (Array.isArray(interval)) return { begin: interval[0] ?? OPEN, end: interval[1] ?? OPEN };
  return single("timestamp")(time) ?? single("date")(time);
}

// KML leaves out the end that is open.
function readSpan(span: unknown): Told | null {
  const told = pair("begin", "end")(span);
  return told && { begin: told.begin ?? OPEN, end: told.end ?? OPEN };
}

function readTimestampText(properties: unknown): Told | null {
  const timestamp = memberOf(properties, "timestamp");
  return typeof timestamp === "string" && !UNIX.test(timestamp) ? single("timestamp")(properties) : null;
}

// `earliest` and `latest` bound an end that is not known exactly: the outer ones bound the whole, and are vague.
function readLinkedPlaces(when: unknown): Told | null {
  const spans = memberOf(when, "timespans");
  if (!Array.isArray(spans)) return null;
  const begins = spans.map((span) => readLinkedEnd(memberOf(span, "start"), ["earliest", "latest"]));
  const ends = spans.map((span) => {
    const end = memberOf(span, "end");
    if (isTold(end)) return readLinkedEnd(end, ["latest", "earliest"]);
    const start = memberOf(span, "start");
    return isTold(memberOf(start, "latest")) ? readLinkedEnd(start, ["latest"]) : null;
  });
  const [begin, end] = [begins.find(isTold) ?? null, ends.findLast(isTold) ?? null];
  return begin === null && end === null ? null : { begin, end };
}

function readLinkedEnd(end: unknown, vague: readonly string[]): unknown {
  const exact = memberOf(end, "in");
  if (isTold(exact)) return exact;
  for (const name of vague) {
    const bound = toText(memberOf(end, name));
    if (bound !== "") return VAGUE.test(bound) ? bound : `${bound}~`;
  }
  return isObject(end) ? null : end;
}

const VAGUE = /[?~%]$/;

function readTrip(geometry: unknown): Told | null {
  const vertices = memberOf(geometry, "coordinates");
  if (memberOf(geometry, "type") !== "LineString" || !Array.isArray(vertices)) return null;
  const times = vertices.map((vertex: unknown) => (Array.isArray(vertex) ? vertex[3] : undefined));
  return times.length > 0 && times.every(isTold) ? toEnds(times) : null;
}

function toEnds(times: readonly unknown[]): Told | null {
  const told = times.filter(isTold);
  return told.length === 0 ? null : { begin: told[0], end: told.at(-1) };
}

function isTold(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}

const OPEN = "..";

function toDate({ begin, end }: Told): DateCell {
  const first = parseEnd(begin) ?? { edtf: OPEN };
  const last = parseEnd(end);
  if ("reason" in first) return first;
  if (last !== null && "reason" in last) return last;
  if (first.edtf === OPEN && (last === null || last.edtf === OPEN))
    return { reason: "It is open at both ends." };
  return toInterval(first.edtf, last?.edtf ?? null);
}

function parseEnd(value: unknown): DateCell | null {
  if (!isTold(value)) return null;
  if (value === OPEN) return { edtf: OPEN };
  if (typeof value === "number") return parseUnix(value);
  if (typeof value !== "string") return { reason: "The time is neither text nor a number." };
  const text = value.trim();
  return UNIX.test(text) ? parseUnix(Number(text)) : parseDateCell(text, null);
}

// Ten digits and more: eight are a day without hyphens, four a year.
const UNIX = /^-?\d{9,}(?:\.\d+)?$/;

function parseUnix(value: number): DateCell {
  if (Number.isInteger(value) && value >= 1000 && value <= 9999) return { edtf: String(value) };
  if (Math.abs(value) < 10_000) return { reason: `${value} may be a year or a Unix time: write it as text.` };
  const instant = unixToInstant(value);
  return instant === null
    ? { reason: `${value} is no Unix time of the years 1 to 9999.` }
    : { edtf: instantToEdtf(instant) };
}

function toWords({ begin, end }: Told): string {
  return [begin, end]
    .filter(isTold)
    .map((value) => toText(value) || JSON.stringify(value))
    .join(" / ");
}
