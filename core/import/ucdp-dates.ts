import { type Day, dayToParts, parseDay } from "../time/day";
import { daysInMonth } from "../time/proleptic";
import { type Faults, noteFault } from "./row-checks";

/**
 * The date of a UCDP event in EDTF, by date_prec: 1 known to the day, 2 to two to six days, 3 to a week, 4 to a month,
 * 5 to more than a month, at most a year. `null` if it has none, or is at fault, which is noted.
 */
export function toUcdpEdtf(
  faults: Faults,
  precision: string,
  startCell: string,
  endCell: string,
): string | null {
  if (startCell === "" && endCell === "") return null;
  const start = toUcdpDay(faults, "date_start", startCell);
  const end = endCell === "" || endCell === startCell ? start : toUcdpDay(faults, "date_end", endCell);
  const code = Number(precision === "" ? "1" : precision);
  if (!(Number.isInteger(code) && code >= 1 && code <= 5)) {
    noteFault(faults, "date_prec", precision, "The precision of the date is no code from 1 to 5.");
    return null;
  }
  if (start === null || end === null) return null;
  if (end < start) {
    noteFault(faults, "date_end", endCell, `The event ends before it begins, on ${start}.`);
    return null;
  }
  if (code === 1) return start === end ? start : `${start}/${end}`;
  if (start === end) return `${start}~`;
  // From here on it happened some time between the two, and does not last from one to the other: both ends are vague.
  return (code >= 4 ? toMonthsOrYear(start, end) : null) ?? `${start}~/${end}~`;
}

/** A day YYYY-MM-DD; a midnight after it is how the dataset's program writes that there is no time. */
export function toUcdpDay(faults: Faults, column: string, cell: string): Day | null {
  const rest = cell.slice(10);
  const day = rest === "" || MIDNIGHT.test(rest) ? parseDay(cell.slice(0, 10)) : null;
  if (day === null)
    noteFault(faults, column, cell, "The date is no day YYYY-MM-DD of the years 0001 to 9999.");
  return day;
}

const MIDNIGHT = /^[T ]00:00(?::00(?:\.0+)?)?Z?$/;

// "Some time in March" is written as its first and its last day.
function toMonthsOrYear(start: Day, end: Day): string | null {
  const first = dayToParts(start);
  const last = dayToParts(end);
  if (first.year !== last.year || first.day !== 1 || last.day !== daysInMonth(last.year, last.month))
    return null;
  if (first.month === last.month) return start.slice(0, 7);
  return first.month === 1 && last.month === 12 ? start.slice(0, 4) : null;
}
