import { parseWhen, type WhenResult } from "@/core/time/edtf";
import type { When } from "@/core/time/when";
import type { Zone } from "@/core/time/zone";
import { whenToColumns } from "../rows/when-columns";
import { toCopyLine } from "./copy-rows";

/** The columns of an event or a citation that hold its date, in the order in which `whenToLine` writes them. */
export const WHEN_COLUMNS = [
  "edtf",
  "zone",
  "beginEarliest",
  "beginLatest",
  "endEarliest",
  "endLatest",
  "precision",
  "approximate",
  "uncertain",
  "orderKey",
] as const;

// A data set of a million rows has some thousand days in some hundred zones.
const MOST_KNOWN = 100_000;

/** As `parseWhen`, but remembers: reading a date in its zone is the dearest step of an import, and dates recur. */
export function readWhen(edtf: string, zone: Zone): WhenResult {
  const key = `${edtf} ${zone}`;
  const known = results.get(key);
  if (known !== undefined) return known;
  const result = parseWhen(edtf, zone);
  if (results.size >= MOST_KNOWN) results.clear();
  results.set(key, result);
  return result;
}

const results = new Map<string, WhenResult>();

/** The cells of `WHEN_COLUMNS` as a part of a COPY line, without its end. */
export function whenToCells(when: When | null): string {
  if (when === null) return UNDATED;
  const known = cells.get(when);
  if (known !== undefined) return known;
  const made = toCells(when);
  cells.set(when, made);
  return made;
}

const cells = new WeakMap<When, string>();
const UNDATED = toCells(null);

function toCells(when: When | null): string {
  const columns = whenToColumns(when);
  const row = WHEN_COLUMNS.map((name) => {
    const value = columns[name];
    return typeof value === "bigint" ? Number(value) : value;
  });
  return toCopyLine(row).slice(0, -1);
}
