import { checkText, LIMITS } from "../record/limits";
import { codePointToUtf16, toCodePointOffset, toWellFormed } from "../text/code-points";
import type { RowFault } from "./import-row";

/** What has been found wrong with the row that begins in a line, so far. */
export type Faults = { readonly line: number; readonly found: RowFault[] };

const SHOWN = toCodePointOffset(80);

/** Notes a fault of the row; of the value, at most 80 characters are shown, on one line. */
export function noteFault({ line, found }: Faults, column: string, value: string, reason: string): void {
  const end = codePointToUtf16(value, SHOWN);
  const shown = end < value.length ? `${value.slice(0, end)}…` : value;
  // The report is read in a terminal, which would obey control characters.
  found.push({ line, column, value: toWellFormed(shown).replace(CONTROLS, " "), reason });
}

const CONTROLS = /\p{Cc}+/gu;

/** Notes a text that is empty, too long (in code points) or cannot be stored; `thing` begins the sentence that says why. */
export function checkCell(faults: Faults, column: string, thing: string, text: string, limit: number): void {
  // Nearly every cell passes here. No text has more code points than units.
  if (text !== "" && text.length <= limit && isPlain(text)) return;
  try {
    checkText(thing, text, limit);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    noteFault(faults, column, text, error.message);
  }
}

/** Whether a text is free of NUL and of surrogates, paired or not: nothing in it needs a second look. */
export function isPlain(text: string): boolean {
  // Two searches, since each is next to nothing in the strings of Latin letters that most rows are: the runtime knows
  // that those have no surrogates, and looks for a single character many at a time.
  return !text.includes("\0") && !SURROGATE.test(text);
}

const SURROGATE = /[\ud800-\udfff]/;

/** Whether a text can stand as the address of a source. */
export function isWebAddress(text: string): boolean {
  return text.length <= LIMITS.url && WEB_ADDRESS.test(text);
}

const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+[^\s]*$/;

/** Whether a text can stand as a BCP 47 tag; which subtags exist is not asked. */
export function isLanguageTag(text: string): boolean {
  return text.length <= LIMITS.language && LANGUAGE_TAG.test(text);
}

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** A decimal number as programs write it; `null` for anything else, also for "", "NaN" and a decimal comma. */
export function parseNumber(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

export type Coordinates = { readonly lon: number; readonly lat: number };

/** Where two cells point to, in degrees; `null` if both are empty, or at fault, which is noted under their columns. */
export function parseCoordinates(
  faults: Faults,
  [lonColumn, lonText]: readonly [column: string, cell: string],
  [latColumn, latText]: readonly [column: string, cell: string],
): Coordinates | null {
  if (lonText === "" && latText === "") return null;
  const lon = parseDegrees(faults, lonColumn, lonText, "longitude", 180);
  const lat = parseDegrees(faults, latColumn, latText, "latitude", 90);
  return lon === null || lat === null ? null : { lon, lat };
}

function parseDegrees(
  faults: Faults,
  column: string,
  text: string,
  thing: string,
  most: number,
): number | null {
  const degrees = parseNumber(text);
  if (degrees !== null && Math.abs(degrees) <= most) return degrees;
  if (text === "") noteFault(faults, column, text, `The ${thing} is missing.`);
  else if (degrees === null) noteFault(faults, column, text, `The ${thing} is no decimal number.`);
  else noteFault(faults, column, text, `The ${thing} is not within ±${most}°.`);
  return null;
}
