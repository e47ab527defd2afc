import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from "./instant";

/** A reading of a calendar and a clock that belongs to no zone; month 1–12, day 1–31. */
export type Civil = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/**
 * Milliseconds since 1970-01-01T00:00 on the same clock, proleptic Gregorian calendar.
 * The days are counted as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function civilToMilliseconds({ year, month, day, hour, minute, second }: Civil): Milliseconds {
  return toDayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND;
}

/** The inverse of `civilToMilliseconds`, to the second below. */
export function millisecondsToCivil(milliseconds: Milliseconds): Civil {
  const dayNumber = Math.floor(milliseconds / DAY);
  const rest = milliseconds - dayNumber * DAY;
  return {
    ...toCalendarDay(dayNumber),
    hour: Math.floor(rest / HOUR),
    minute: Math.floor((rest % HOUR) / MINUTE),
    second: Math.floor((rest % MINUTE) / SECOND),
  };
}

/** The number of days in a month, 1–12, of a proleptic Gregorian year. */
export function daysInMonth(year: number, month: number): number {
  return toDayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - toDayNumber(year, month, 1);
}

// The year is taken to begin in March, so that the leap day is its last.
const DAYS_IN_ERA = 146_097;
const EPOCH = 719_468;

function toDayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - EPOCH;
}

function toCalendarDay(dayNumber: number): Pick<Civil, "year" | "month" | "day"> {
  const shifted = dayNumber + EPOCH;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
