import { addDays, type Day, dayToParts, parseDay } from "../time/day";
import { formatDay } from "../time/names";
import { parseDateCell } from "./date-cell";
import { type Faults, noteFault } from "./row-checks";

/** The day in event_date: "24 February 2022", ISO from the API, or dd-mm-yyyy of old; `null` is a fault, and noted. */
export function toAcledDay(faults: Faults, cell: string): Day | null {
  const known = recent.get(cell);
  if (known !== undefined) return known;
  if (cell === "") {
    noteFault(faults, "event_date", cell, "The date is missing.");
    return null;
  }
  const date = parseDateCell(cell, "dmy");
  const day = "edtf" in date ? parseDay(date.edtf) : null;
  if (day === null) {
    noteFault(faults, "event_date", cell, "reason" in date ? date.reason : `“${cell}” is no single day.`);
    return null;
  }
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(cell, day);
  return day;
}

// Files are sorted by day, and have many rows of each.
const MOST_RECENT = 20_000;
const recent = new Map<string, Day>();

/**
 * The date in EDTF, by time_precision: 1 known to the day; 2 to a week, of which the file gives the middle; 3 to a
 * month, of which it gives some day.
 */
export function toAcledEdtf(faults: Faults, day: Day, precision: string): string | null {
  const code = Number(precision === "" ? "1" : precision);
  if (code === 1) return day;
  if (code === 3) return day.slice(0, 7);
  if (code === 2) return toWeek(day);
  noteFault(faults, "time_precision", precision, "The precision of the date is no code from 1 to 3.");
  return null;
}

// It happened some time in that week, and did not last for it.
function toWeek(day: Day): string {
  // The calendar has no more days on the other side.
  if (day < "0001-01-04" || day > "9999-12-28") return `${day}~`;
  return `${addDays(day, -3)}~/${addDays(day, 3)}~`;
}

/** The day as ACLED's notes write it: "24 February 2022". */
export function toDayWords(day: Day): string {
  const known = words.get(day);
  if (known !== undefined) return known;
  const { year, month, day: dayOfMonth } = dayToParts(day);
  const made = formatDay(year, month, dayOfMonth);
  if (words.size >= MOST_RECENT) words.clear();
  words.set(day, made);
  return made;
}

const words = new Map<Day, string>();
