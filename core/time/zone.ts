import { DAY, type Instant, type Milliseconds, SECOND } from "./instant";
import { civilToMilliseconds } from "./proleptic";

/** An IANA time zone name that this runtime knows, such as "Asia/Seoul". */
export type Zone = string & { readonly __brand: "Zone" };

export const UTC = "UTC" as Zone;

/** The zone in its usual spelling; `null` if the runtime does not know it. Offsets such as "+09:00" are no zones. */
export function parseZone(text: string): Zone | null {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(text)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions();
    // Runtimes differ in whether they answer with the name asked for or with the one it is an alias of: an alias is
    // kept as it was written, unless that is not how names are written.
    if (timeZone.toLowerCase() === text.toLowerCase() || /(^|\/)[a-z]/.test(text)) return timeZone as Zone;
    return text as Zone;
  } catch {
    return null;
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, to the second: local mean times had odd offsets. */
export function offsetAt(zone: Zone, instant: Instant): Milliseconds {
  if (zone === UTC) return 0;
  const day = Math.floor(instant / DAY);
  const known = offsetOfDay(zone, day);
  return known ?? readOffset(zone, instant);
}

// Scrubbing asks for the same days over and over, and asking the runtime is slow. No zone changes its clocks twice
// within a day, so a day that begins and ends with one offset has no other.
const daysOf = new Map<Zone, Map<number, Milliseconds | null>>();
const MOST_DAYS = 20_000;

function offsetOfDay(zone: Zone, day: number): Milliseconds | null {
  let days = daysOf.get(zone);
  if (!days || days.size > MOST_DAYS) {
    days = new Map();
    daysOf.set(zone, days);
  }
  const known = days.get(day);
  if (known !== undefined) return known;
  const first = readOffset(zone, (day * DAY) as Instant);
  const last = readOffset(zone, ((day + 1) * DAY) as Instant);
  const offset = first === last ? first : null;
  days.set(day, offset);
  return offset;
}

const formats = new Map<Zone, Intl.DateTimeFormat>();

function readOffset(zone: Zone, instant: Instant): Milliseconds {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const second = Math.floor(instant / SECOND) * SECOND;
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(second)) part[type] = value;
  const eraYear = Number(part.year);
  // West of Greenwich the year 1 begins while it is still 1 BC, which astronomers number 0.
  const year = part.era?.startsWith("B") ? 1 - eraYear : eraYear;
  const local = civilToMilliseconds({
    year,
    month: Number(part.month),
    day: Number(part.day),
    hour: Number(part.hour),
    minute: Number(part.minute),
    second: Number(part.second),
  });
  return local - second;
}
