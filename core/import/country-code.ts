import { COUNTRIES } from "./countries";

/**
 * The ISO 3166-1 alpha-2 code of a country by its code, alpha-2 or numeric, or by its English name in whatever case,
 * with or without another name in brackets after it: "Myanmar (Burma)". `null` if it is none of them.
 */
export function toCountryCode(text: string): string | null {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const found = lookUp(text);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(text, found);
  return found;
}

/** The same by the number that Gleditsch and Ward gave to a state; UCDP names its countries by it. */
export function gleditschWardToCountryCode(number: string): string | null {
  return BY_GLEDITSCH_WARD.get(number) ?? null;
}

// A file names few countries, a million times over. The bound is there for files that are not about countries.
const MOST_RECENT = 2000;
const recent = new Map<string, string | null>();

const BY_TEXT = new Map<string, string>();
const BY_GLEDITSCH_WARD = new Map<string, string>();

for (const line of COUNTRIES.trim().split("\n")) {
  const [code = "", numeric = "", gleditschWard = "", ...words] = line.split(" ");
  BY_TEXT.set(code, code);
  if (numeric !== "-") BY_TEXT.set(numeric, code);
  if (gleditschWard !== "-") BY_GLEDITSCH_WARD.set(gleditschWard, code);
  for (const name of words.join(" ").split("|")) BY_TEXT.set(toKey(name), code);
}
// Both halves of what is one Yemen since 1990 have numbers of their own.
BY_GLEDITSCH_WARD.set("680", "YE");

function lookUp(text: string): string | null {
  const plain = text.trim();
  // Numeric codes lose their leading zeros in a sheet.
  if (/^\d{1,3}$/.test(plain)) return BY_TEXT.get(plain.padStart(3, "0")) ?? null;
  if (/^[A-Za-z]{2}$/.test(plain))
    return BY_TEXT.get(plain.toUpperCase()) ?? BY_TEXT.get(toKey(plain)) ?? null;
  return BY_TEXT.get(toKey(plain)) ?? BY_TEXT.get(toKey(plain.replace(/\s*\([^()]*\)$/, ""))) ?? null;
}

function toKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("’", "'")
    .toLowerCase();
}
