import { type DateCell, parseAsEdtf } from "./date-cell";

/** The parts of a date as TimelineJS has them, each of them perhaps empty. */
export type TimelineDate = {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** "17:00" or "17:00:30" */
  readonly time: string;
};

/** A date of TimelineJS in EDTF, as far as its parts go; `null` is none at all. */
export function toTimelineEdtf({ year, month, day, time }: TimelineDate): DateCell | null {
  const [yearText, monthText, dayText] = [toDigits(year), toDigits(month), toDigits(day)];
  if (yearText === "" && monthText === "" && dayText === "") return null;
  if (yearText === "") return { reason: "The date has no year." };
  if (!/^-?\d+$/.test(yearText)) return { reason: `The year “${year}” is no whole number.` };
  if (yearText.startsWith("-") || Number(yearText) === 0) {
    return { reason: `The year ${yearText} lies before the year 1; dates BCE are not supported.` };
  }
  if (yearText.length > 4) return { reason: `The year ${yearText} is not within 1 to 9999.` };
  const edtf = yearText.padStart(4, "0");
  if (monthText === "") {
    return dayText === "" ? parseAsEdtf(edtf) : { reason: "The date has a day but no month." };
  }
  // EDTF would take 21 to 24 for seasons.
  if (!/^\d{1,2}$/.test(monthText) || Number(monthText) < 1 || Number(monthText) > 12) {
    return { reason: `The month “${month}” is no number from 1 to 12.` };
  }
  if (dayText === "") return parseAsEdtf(`${edtf}-${monthText.padStart(2, "0")}`);
  if (!/^\d{1,2}$/.test(dayText)) return { reason: `The day “${day}” is no number from 1 to 31.` };
  const date = `${edtf}-${monthText.padStart(2, "0")}-${dayText.padStart(2, "0")}`;
  const clock = toClock(time.trim());
  return clock === null
    ? { reason: `“${time}” is not a time of the day such as 17:00.` }
    : parseAsEdtf(date + clock);
}

// Sheets write "1,999" and "1 999" where TimelineJS reads 1999.
function toDigits(part: string): string {
  return part.replace(/[\s,]/g, "").replace(/\.0+$/, "");
}

function toClock(time: string): string | null {
  if (time === "") return "";
  const [, hour, minute, second, half] = CLOCK.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return null;
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  // Midnight is how TimelineJS itself fills in a time that is not known.
  if (hours === 0 && Number(minute) === 0 && Number(second ?? 0) === 0) return "";
  return `T${String(hours).padStart(2, "0")}:${minute}${second === undefined ? "" : `:${second}`}`;
}

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?$/i;
