import { instantToCivil } from "../time/civil";
import { instantToDay } from "../time/day";
import { DAY, FIRST_INSTANT, type Instant, LAST_INSTANT, toInstant } from "../time/instant";
import { UTC } from "../time/zone";

// Seconds reach the year 5138 and milliseconds begin in 1973 where the two meet, which no file of events crosses.
const MOST_SECONDS = 1e11;

// Two days beyond the calendar are kept for the zones at its ends; in UTC they are the years 0 and 10000.
const FIRST = FIRST_INSTANT + 2 * DAY;
const END = LAST_INSTANT - 2 * DAY;

/** The instant that a Unix time in seconds or milliseconds counts to; `null` outside of the years 1 to 9999. */
export function unixToInstant(unix: number): Instant | null {
  const milliseconds = Math.floor(Math.abs(unix) < MOST_SECONDS ? unix * 1000 : unix);
  return milliseconds >= FIRST && milliseconds < END ? toInstant(milliseconds) : null;
}

/** The instant in EDTF, in UTC; the day alone at midnight, which is how programs write that they know no time. */
export function instantToEdtf(instant: Instant): string {
  const { hour, minute, second } = instantToCivil(instant, UTC);
  const day = instantToDay(instant, UTC);
  if (hour === 0 && minute === 0 && second === 0) return day;
  return `${day}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}Z`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
