const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
  " ",
);
const SEASONS: Record<string, string> = {
  spring: "21",
  summer: "22",
  autumn: "23",
  fall: "23",
  winter: "24",
};

// Sources of patterns; each brings the group by which it is read.
export const WEEKDAY = `(?<weekday>${WEEKDAYS.join("|")})`;
// The Sun is a newspaper: only before a date is a weekday shortened.
export const ANY_WEEKDAY = `(?<weekday>${WEEKDAYS.join("|")}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.?)`;
export const MONTH = `(?<month>${MONTHS.join("|")}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|(?!\\p{L})))`;
export const YEAR = "(?<year>[12]\\d{3})(?!\\d)";
export const SEASON = `(?<season>${Object.keys(SEASONS).join("|")})`;
export const COUNT = `(?<count>\\d{1,3}|an?|a couple of|${NUMBERS.join("|")})`;
export const ORDINAL = `(?<ordinal>\\d{1,3}(?:st|nd|rd|th)|${ORDINALS.join("|")})`;

/** How words that give a time may begin: a quick look before the rules are tried one by one. */
export const OPENING = new RegExp(
  `\\d|${[...WEEKDAYS, ...MONTHS].map((name) => name.slice(0, 3)).join("|")}|${NUMBERS.join("|")}|` +
    "(?:last|next|this|past|coming|the|an?|yesterday|today|tonight|tomorrow|overnight|hours?|minutes?|several|few|in|over|" +
    "during|for|within|at|on|noon|around|about|shortly|just|by|from|between|since|ever|as|starting|beginning|until|till|up|no|" +
    "early|earlier|late|later|mid|very|start|middle|end|first|second|circa|c|roughly|approximately|some|sometime|" +
    `${Object.keys(SEASONS).join("|")})(?!\\p{L})`,
  "iuy",
);

const SHORT_NAMES =
  /\b(?:(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)|(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\b\.?/gi;
const NAMES = [...WEEKDAYS, ...MONTHS].map((name) => name.toLowerCase());
const LOWER_CASE_NAME = new RegExp(
  `\\b(?:${NAMES.join("|")}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|sun|sat|mon)\\b`,
);

/** 1 Monday to 7 Sunday, of a name or the beginning of one. */
export function toWeekdayNumber(name: string): number {
  return toPlace(WEEKDAYS, name);
}

/** 1 to 12, of a name or the beginning of one. */
export function toMonthNumber(name: string): number {
  return toPlace(MONTHS, name);
}

/** "Sunday", of a name or the beginning of one. */
export function toFullWeekday(name: string): string {
  return WEEKDAYS[toWeekdayNumber(name) - 1] ?? name;
}

/** EDTF's number of a season, "21" for spring. */
export function toSeasonNumber(name: string): string {
  return SEASONS[name.toLowerCase()] ?? "";
}

/** The number that a word or digits stand for; "a" is one. */
export function toCount(words: string): number {
  const lower = words.toLowerCase();
  if (/^\d/.test(lower)) return Number(lower);
  if (lower === "a couple of") return 2;
  return Math.max(1, NUMBERS.indexOf(lower) + 1);
}

/** 2 of "second" and "2nd". */
export function toOrdinal(words: string): number {
  return Number.parseInt(words, 10) || ORDINALS.indexOf(words.toLowerCase()) + 1;
}

/** Whether one of the words is the name of a day or month but for its capital: "may", "march", "sun". */
export function hasLowerCaseName(words: string): boolean {
  return LOWER_CASE_NAME.test(words);
}

/** Names of days and months in full and with capitals, as who types does not write them. */
export function spellOutNames(words: string): string {
  const toFull = (short: string, weekday: string | undefined) =>
    (weekday === undefined ? MONTHS[toMonthNumber(short) - 1] : WEEKDAYS[toWeekdayNumber(short) - 1]) ??
    short;
  return words
    .replace(SHORT_NAMES, toFull)
    .replace(/\b\p{L}+\b/gu, (word) => (NAMES.includes(word.toLowerCase()) ? toTitle(word) : word));
}

function toPlace(names: readonly string[], name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return names.findIndex((full) => full.slice(0, 3).toLowerCase() === start) + 1;
}

function toTitle(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
