import { LIMITS } from "../record/limits";
import { PLACE_PRECISIONS } from "../record/vocabulary";
import { parseDay } from "../time/day";
import { toBeginning } from "./beginning";
import { wordsToCategory } from "./category-words";
import { toItems, toLabels } from "./columns";
import { toCountryCode } from "./country-code";
import { parseDateCell } from "./date-cell";
import { coordinatesToName } from "./field-place";
import type { ElementReader, JsonFormat, ReadOptions } from "./format";
import { toExtent } from "./geojson-place";
import { toFeatureTime } from "./geojson-time";
import type { ImportActor, ImportPlace, ImportSource, RowResult } from "./import-row";
import { firstText, isObject, memberOf, toCell, toText } from "./json-value";
import { checkCell, type Faults, isLanguageTag, isWebAddress, noteFault } from "./row-checks";
import { type CellPart, toRowText } from "./row-text";

/** GeoJSON (RFC 7946) whose features say when they are, in any of the ways that programs do. */
export const GEOJSON: JsonFormat = {
  kind: "json",
  name: "geojson",
  title: "GeoJSON",
  notice: null,
  toElements: (file) => {
    const features = memberOf(file, "features");
    if (Array.isArray(features)) return features;
    return memberOf(file, "type") === "Feature" ? [file] : "A GeoJSON file has a list of “features”.";
  },
  toReader: (options) => toFeatureReader(options),
};

const TITLES = ["title", "headline", "name", "event", "label"];
const TEXTS = ["quotation", "quote", "summary", "description", "desc", "text", "notes"];
const PLACES = ["place", "place_name", "placeName", "location", "city", "address", "name"];
const COUNTRIES = ["country_code", "countryCode", "iso_a2", "country"];
const CATEGORIES = ["category", "event_type", "type", "kind"];

function toFeatureReader(options: ReadOptions): ElementReader {
  return (feature, number): RowResult => {
    const faults: Faults = { line: number, found: [] };
    if (!isObject(feature) || memberOf(feature, "type") !== "Feature") {
      noteFault(faults, "type", JSON.stringify(feature) ?? "", "The element is no GeoJSON feature.");
      return { faults: faults.found };
    }
    const properties = memberOf(feature, "properties");
    const time = toFeatureTime(feature);
    if (time !== null && "reason" in time) noteFault(faults, time.property, time.value, time.reason);
    const edtf = time !== null && "edtf" in time ? time.edtf : null;
    const place = toPlace(faults, feature, properties);
    const title =
      firstText(properties, TITLES) ||
      toBeginning(firstText(properties, TEXTS)) ||
      firstText(properties, PLACES);
    checkCell(faults, "title", "The title", title, LIMITS.title);
    const source = toSource(faults, properties, title, options);
    const { text, start, end } = toPropertyText(faults, feature, properties);
    const key =
      toText(memberOf(feature, "id")) ||
      toText(memberOf(feature, "@id")) ||
      firstText(properties, ["id", "unique_id", "uid"]) ||
      options.digest(JSON.stringify([title, edtf, memberOf(feature, "geometry") ?? null]));
    checkCell(faults, "id", "The id", key, LIMITS.name);
    const category = wordsToCategory(firstText(properties, CATEGORIES));
    const actors = toActors(faults, properties);
    if (faults.found.length > 0) return { faults: faults.found };
    const assertion = "occurred";
    return {
      row: {
        key,
        line: number,
        title,
        category,
        edtf,
        place,
        actors,
        assertion,
        source,
        text,
        start,
        end,
        timeWords: null,
      },
    };
  };
}

function toPlace(faults: Faults, feature: unknown, properties: unknown): ImportPlace | null {
  const extent = toExtent(memberOf(feature, "geometry"));
  if (typeof extent === "string")
    noteFault(faults, "geometry", toCell(memberOf(feature, "geometry")), extent);
  if (extent === null || typeof extent === "string") return null;
  const name = firstText(properties, PLACES) || firstText(properties, ["title"]) || coordinatesToName(extent);
  checkCell(faults, "place", "The name of the place", name, LIMITS.name);
  // A point may stand for more than itself, and then says so; a geometry shows its own reach.
  const told = firstText(properties, ["place_precision"]).toLowerCase();
  const precision = PLACE_PRECISIONS.find((known) => known === told) ?? extent.precision;
  return {
    name,
    lon: extent.lon,
    lat: extent.lat,
    precision,
    radiusKm: precision === "region" ? extent.radiusKm : null,
    countryCode: toCountryCode(firstText(properties, COUNTRIES)),
    zone: null,
  };
}

function toSource(
  faults: Faults,
  properties: unknown,
  eventTitle: string,
  options: ReadOptions,
): ImportSource {
  const publisher = firstText(properties, ["publisher", "source"]) || options.publisher;
  checkCell(faults, "publisher", "The publisher", publisher, LIMITS.name);
  const byline = firstText(properties, ["byline", "author"]) || null;
  if (byline !== null) checkCell(faults, "byline", "The byline", byline, LIMITS.name);
  const title = firstText(properties, ["source_title"]) || eventTitle;
  if (title !== eventTitle) checkCell(faults, "source_title", "The title of the source", title, LIMITS.title);
  const url = firstText(properties, ["url", "link", "href"]);
  const language = firstText(properties, ["language", "lang"]);
  const published = parseDateCell(
    firstText(properties, ["published", "published_on", "date_published"]),
    null,
  );
  return {
    title,
    publisher,
    byline,
    // What is no address of a page, or no tag, stays in the text of the row.
    url: isWebAddress(url) ? url : null,
    language: isLanguageTag(language) ? language : options.language,
    publishedOn: "edtf" in published ? parseDay(published.edtf.slice(0, 10)) : null,
  };
}

function toActors(faults: Faults, properties: unknown): readonly ImportActor[] {
  const told = memberOf(properties, "actors");
  const names = Array.isArray(told) ? told.map((actor) => toText(actor)) : toItems(toText(told));
  const actors = names.filter((name) => name !== "");
  for (const name of actors) checkCell(faults, "actors", "The name of the actor", name, LIMITS.name);
  return actors.map((name) => ({ name, kind: "organisation", role: "" }));
}

// A feature's text is its properties, in their order; what is nested, as JSON. A feature that has none has only itself.
function toPropertyText(faults: Faults, feature: unknown, properties: unknown): ReturnType<typeof toRowText> {
  const entries = isObject(properties) ? Object.entries(properties) : [];
  const told = entries.filter(([, value]) => toCell(value) !== "");
  const [names, cells] =
    told.length > 0
      ? [told.map(([name]) => name), told.map(([, value]) => toCell(value))]
      : [["feature"], [JSON.stringify(feature) ?? ""]];
  const labels = toLabels(names);
  if (typeof labels === "string") {
    noteFault(faults, "properties", "", labels);
    return { text: "", start: 0, end: 0 };
  }
  return toRowText(faults, names, labels, cells, toQuoted(names, cells));
}

function toQuoted(names: readonly string[], cells: readonly string[]): CellPart | null {
  for (const name of [...TEXTS, ...TITLES]) {
    const column = names.indexOf(name);
    const cell = cells[column] ?? "";
    if (cell.trim() !== "")
      return { column, from: cell.length - cell.trimStart().length, to: cell.trimEnd().length };
  }
  return null;
}
