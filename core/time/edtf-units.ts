import { instantToCivil } from "./civil";
import { type EdtfDate, parseEdtfDate, toOffset } from "./edtf-date";
import type { Instant } from "./instant";
import type { Civil } from "./proleptic";
import { UTC, type Zone } from "./zone";

/** One date of an EDTF string, with its text: a unit of the calendar or of the clock, such as a day or a season. */
export type Unit = { readonly text: string; readonly span: EdtfDate };

/** The unit that a text names; `null` if it cannot be read. */
export function toUnit(text: string, zone: Zone): Unit | null {
  const span = parseEdtfDate(text, zone);
  return typeof span === "string" ? null : { text, span };
}

/** The unit that an instant lies in, written and marked as `like` is; `null` outside of the years 1 to 9999. */
export function unitAt(at: Instant, like: string, zone: Zone): Unit | null {
  const qualifier = /[?~%]$/.exec(like)?.[0] ?? "";
  const plain = like.slice(0, like.length - qualifier.length);
  const offset = /(?:Z|[+-]\d{2}(?::\d{2})?)$/.exec(/T(.*)$/.exec(plain)?.[1] ?? "")?.[0];
  const civil =
    offset === undefined ? instantToCivil(at, zone) : instantToCivil((at + toOffset(offset)) as Instant, UTC);
  if (civil.year < 1 || civil.year > 9999) return null;
  const form = FORMS.find(([pattern]) => pattern.test(plain));
  return form ? toUnit(`${form[1](civil, plain)}${offset ?? ""}${qualifier}`, zone) : null;
}

// How each kind of unit is written, by the look of one.
const FORMS: readonly (readonly [RegExp, (civil: Civil, like: string) => string])[] = [
  [/^\d{4}$/, ({ year }) => pad(year, 4)],
  [/^\d{3}X$/, ({ year }) => `${pad(year, 4).slice(0, 3)}X`],
  [/^\d{2}XX$/, ({ year }) => `${pad(year, 4).slice(0, 2)}XX`],
  [/^\d{4}-XX/, ({ year }, like) => `${pad(year, 4)}${like.slice(4)}`],
  [/^\d{4}-2[1-4]$/, toSeasonText],
  [/^\d{4}-\d{2}$/, toMonthText],
  [/^\d{4}-\d{2}-XX$/, (civil) => `${toMonthText(civil)}-XX`],
  [/^\d{4}-\d{2}-\d{2}$/, toDayText],
  [/T\d{2}:\d{2}:/, (civil) => `${toMinuteText(civil)}:${pad(civil.second, 2)}`],
  [/T/, toMinuteText],
];

// Winter begins in December and is of that year.
function toSeasonText({ year, month }: Civil): string {
  const season = Math.floor(((month + 9) % 12) / 3);
  return `${pad(month < 3 ? year - 1 : year, 4)}-${21 + season}`;
}

function toMonthText({ year, month }: Civil): string {
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

function toDayText(civil: Civil): string {
  return `${toMonthText(civil)}-${pad(civil.day, 2)}`;
}

function toMinuteText(civil: Civil): string {
  return `${toDayText(civil)}T${pad(civil.hour, 2)}:${pad(civil.minute, 2)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
