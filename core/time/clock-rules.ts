import { type TimeRule, toTimeRule } from "./time-rule";

// Names of zones that mean one offset wherever English news is written; CST and IST mean several.
const OFFSETS: Record<string, string> = {
  gmt: "Z",
  utc: "Z",
  est: "-05:00",
  edt: "-04:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
  eet: "+02:00",
  eest: "+03:00",
  msk: "+03:00",
  bst: "+01:00",
  kst: "+09:00",
  jst: "+09:00",
};
const UNCLEAR = ["cst", "ist", "et", "pt", "eastern time", "eastern", "pacific time"];

const ZONE = `(?:\\s?\\(?(?<zone>local time|local|${[...Object.keys(OFFSETS), ...UNCLEAR].join("|")})(?!\\p{L}))?`;
const AT = "(?:(?:at|around|about|shortly after|shortly before|just after|just before|by)\\s+)?";

/** Times of the day. Their reading is what follows the day in EDTF, "T15:00"; "" where it cannot be said without guessing. */
export const CLOCK_RULES: readonly TimeRule[] = [
  toTimeRule(
    `${AT}(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?<half>a\\.?m|p\\.?m)\\.?${ZONE}`,
    readClock,
  ),
  toTimeRule(`${AT}(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?:\\s?(?:hours|hrs|o['’]clock))?${ZONE}`, readClock),
  toTimeRule(
    `(?:at\\s+)?(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\s?(?:hours\\s?)?(?=\\(?(?:gmt|utc|local|hours))${ZONE}`,
    readClock,
  ),
  toTimeRule(`${AT}noon${ZONE}`, ({ zone }) => readClock({ hour: "12", minute: "00", zone })),
];

function readClock({ hour = "", minute = "00", half, zone }: Readonly<Record<string, string | undefined>>) {
  const number = Number(hour);
  if (half === undefined ? number > 23 : number < 1 || number > 12) return null;
  const isAfternoon = half?.toLowerCase().startsWith("p") ?? false;
  const of24 = half === undefined ? number : (number % 12) + (isAfternoon ? 12 : 0);
  const name = zone?.toLowerCase() ?? "local";
  if (UNCLEAR.includes(name))
    return { edtf: "", rule: `${zone?.toUpperCase()} means several zones, so without the time` };
  const offset = OFFSETS[name] ?? "";
  const words = offset === "" ? "on the clocks of the place" : `in ${zone?.toUpperCase()}`;
  return { edtf: `T${String(of24).padStart(2, "0")}:${minute}${offset}`, rule: `the time ${words}` };
}
