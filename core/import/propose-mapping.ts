import type { ActorKind } from "../record/vocabulary";
import { FIELDS, type Field, type Mapping } from "./mapping";

/** What the columns of a table seem to hold, by their names alone; to be looked at before it is trusted. */
export function proposeMapping(header: readonly string[]): Mapping {
  const columns: Partial<Record<Field, string>> = {};
  const taken = new Set<string>();
  for (const field of FIELDS) {
    const column = findColumn(header, NAMES[field], taken);
    if (column === null) continue;
    columns[field] = column;
    taken.add(column);
  }
  const kind = header.find((name) => KINDS.includes(toWord(name)));
  const isCounted = columns.key !== undefined && toWord(columns.key) === "id" && kind !== undefined;
  return {
    columns,
    ...(isCounted ? { keyWithin: kind } : {}),
    dateOrder: null,
    actorKind: toKind(columns.actors ?? ""),
  };
}

function findColumn(header: readonly string[], names: string, taken: ReadonlySet<string>): string | null {
  for (const name of names.split(" ")) {
    const column = header.find((candidate) => toWord(candidate) === name && !taken.has(candidate));
    if (column !== undefined) return column;
  }
  return null;
}

// "Start Date", "start_date" and "startDate" are one name.
function toWord(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const NAMES: Readonly<Record<Field, string>> = {
  key: "key id uid uuid eventid uniqueid globalid objectid recordid slug",
  title: "title headline event eventtitle eventname name subject message summary label",
  category: "category eventtype type kind class theme group",
  date: "date eventdate startdate start datestart begin begindate datetime startdatetime starttime time timestamp when day year",
  end: "end enddate dateend finish finishdate enddatetime endtime until to",
  place: "place placename location locationname locale city town where site address generallocation",
  lon: "lon longitude lng long x decimallongitude",
  lat: "lat latitude y decimallatitude",
  place_precision: "placeprecision locationprecision",
  radius_km: "radiuskm radius",
  country: "country countryname countrycode iso iso2 nation",
  zone: "zone timezone tz",
  actors: "actors actor person people participants leader organisation organization who",
  assertion: "assertion",
  source_title: "sourcetitle sourcename article sourceheadline",
  publisher: "publisher source outlet newspaper media agency",
  byline: "byline author journalist reporter",
  url: "url link sourceurl source1 href web website",
  language: "language lang",
  published: "published publishedon publicationdate datepublished publisheddate pubdate sourcedate",
  quotation: "quotation quote text description desc notes note details body content abstract moreinfo",
  time_words: "timewords",
};

// A file with one of these beside a bare "id" may have joined several lists, each with ids of its own. To count the ids
// within it where that was not so does no harm, but to take two events for one would lose one of them.
const KINDS: readonly string[] = ["kind", "type", "table", "dataset"];

function toKind(column: string): ActorKind {
  return ["person", "people", "leader", "who"].includes(toWord(column)) ? "person" : "organisation";
}
