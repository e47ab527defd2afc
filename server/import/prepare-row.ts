import { createHash } from "node:crypto";
import type { ImportRow, RowFault } from "@/core/import/import-row";
import { checkText, LIMITS } from "@/core/record/limits";
import { type CodePointOffset, sliceCodePoints } from "@/core/text/code-points";
import { type Day, parseDay } from "@/core/time/day";
import type { When } from "@/core/time/when";
import { parseZone, type Zone } from "@/core/time/zone";
import { readWhen } from "./when-lines";
import { zoneAt } from "./zone-at";

/** What a row needs from outside to become records. */
export type RowSetting = {
  /** Of rows without a place. */
  readonly zone: Zone;
  /** Of rows that do not say when they were published, if the importer says so; `null` is today. */
  readonly published: Day | null;
  readonly today: Day;
};

/** A row that nothing in the database can refuse: read, dated, placed and checked. */
export type PreparedRow = {
  readonly row: ImportRow;
  readonly when: When | null;
  readonly placeZone: Zone | null;
  readonly publishedOn: Day;
  readonly exact: string;
  /** Of the source's text. */
  readonly sha256: string;
  /** Of all that the row says: equal where it says nothing new. */
  readonly digest: string;
};

/** Completes a row; a list of faults is why it cannot be stored. */
export function prepareRow(row: ImportRow, setting: RowSetting): PreparedRow | readonly RowFault[] {
  const faults: RowFault[] = [];
  const refuse = (column: string, value: string, reason: string) =>
    faults.push({ line: row.line, column, value: value.slice(0, LONGEST_SHOWN), reason });
  checkTexts(row, refuse);
  const placeZone = row.place && toPlaceZone(row.place, refuse);
  const when = row.edtf === null ? null : toRowWhen(row.edtf, placeZone ?? setting.zone, refuse);
  const stated = row.source.publishedOn;
  const publishedOn = stated === null ? (setting.published ?? setting.today) : parseDay(stated);
  if (publishedOn === null) refuse("published", stated ?? "", "This is no calendar day YYYY-MM-DD.");
  const exact = sliceText(row.text, row.start, row.end);
  check(refuse, "passage", exact, LIMITS.exact);
  if (faults.length > 0 || publishedOn === null) return faults;
  return {
    row,
    when,
    placeZone,
    publishedOn,
    exact,
    sha256: sha256(row.text),
    digest: toDigest(row, setting),
  };
}

type Refuse = (column: string, value: string, reason: string) => void;

const LONGEST_SHOWN = 80;
const LONGEST_KEY = 200;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const ADDRESS = /^https?:\/\/[^\s/?#]+[^\s]*$/;

function checkTexts({ key, title, source, text, place, actors, timeWords }: ImportRow, refuse: Refuse): void {
  check(refuse, "key", key, LONGEST_KEY);
  check(refuse, "title", title, LIMITS.title);
  check(refuse, "text", text, LIMITS.text);
  check(refuse, "source title", source.title, LIMITS.title);
  check(refuse, "publisher", source.publisher, LIMITS.name);
  if (source.byline !== null) check(refuse, "byline", source.byline, LIMITS.name);
  if (source.url !== null) {
    check(refuse, "url", source.url, LIMITS.url);
    if (!ADDRESS.test(source.url)) refuse("url", source.url, "An address begins with http:// or https://.");
  }
  if (source.language.length > LIMITS.language || !LANGUAGE.test(source.language)) {
    refuse("language", source.language, "This is no language tag.");
  }
  if (timeWords !== null) check(refuse, "time words", timeWords, LIMITS.note);
  if (place !== null) check(refuse, "place", place.name, LIMITS.name);
  for (const { name, role } of actors) {
    check(refuse, "actor", name, LIMITS.name);
    if (role !== "") check(refuse, "role", role, LIMITS.name);
  }
}

// Nearly every text passes at the first look; only then is it worth counting its characters.
function check(refuse: Refuse, column: string, text: string, limit: number): void {
  if (text !== "" && text.length <= limit && !SUSPECT.test(text)) return;
  try {
    checkText(`The ${column}`, text, limit);
  } catch (error) {
    refuse(column, text, error instanceof Error ? error.message : String(error));
  }
}

const SUSPECT = /[\0\ud800-\udfff]/;

function toPlaceZone(place: NonNullable<ImportRow["place"]>, refuse: Refuse): Zone | null {
  const { lon, lat, precision, radiusKm, zone } = place;
  if (!(Math.abs(lon) <= 180)) refuse("longitude", String(lon), "The longitude is not within ±180°.");
  if (!(Math.abs(lat) <= 90)) refuse("latitude", String(lat), "The latitude is not within ±90°.");
  if (radiusKm !== null && !(precision === "region" && radiusKm > 0 && radiusKm <= LARGEST_RADIUS_KM)) {
    refuse("radius", String(radiusKm), `A radius in kilometres does not suit the precision ${precision}.`);
  }
  if (zone === null) return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? zoneAt(lon, lat) : null;
  const known = parseZone(zone);
  if (known === null) refuse("zone", zone, "No time zone is called so.");
  return known;
}

// Half the way round the Earth, as in the database.
const LARGEST_RADIUS_KM = 20_038;

function toRowWhen(edtf: string, zone: Zone, refuse: Refuse): When | null {
  const result = readWhen(edtf, zone);
  if (result.ok) return result.when;
  refuse("date", edtf, result.reason);
  return null;
}

function sliceText(text: string, start: number, end: number): string {
  // Without pairs, code points and units are the same.
  if (!PAIRS.test(text)) return text.slice(start, end);
  return sliceCodePoints(text, start as CodePointOffset, end as CodePointOffset);
}

const PAIRS = /[\ud800-\udfff]/;

// Not the line, which moves when a row is added above; and of the setting only what this row takes from it. Today is
// left out: the same file is the same tomorrow.
function toDigest(row: ImportRow, { zone, published }: RowSetting): string {
  const { line: _, ...said } = row;
  const taken = [row.place === null && row.edtf !== null ? zone : null, row.source.publishedOn ?? published];
  return sha256(JSON.stringify([said, taken]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
