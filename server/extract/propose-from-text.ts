import { LIMITS } from "@/core/record/limits";
import { lengthInCodePoints } from "@/core/text/code-points";
import type { Proposal, Proposals } from "./extraction";
import { locateDay } from "./locate-day";
import { proposeLanguage } from "./propose-language";
import { type Dateline, parseDateline } from "./wire-head";

/** What the first lines of a text look like, in the manner of a news agency's report. */
export function proposeFromText(text: string): Proposals {
  const lines = toLines(text);
  const at = lines.findIndex((line) => parseDateline(line) !== null);
  const dateline = parseDateline(lines[at] ?? "");
  const byline = lines.find((line) => BYLINE.test(line)) ?? null;
  const bylineAt = byline === null ? -1 : lines.indexOf(byline);
  const body = at !== -1 ? at : bylineAt !== -1 ? bylineAt + 1 : null;
  return {
    title: proposeTitle(
      lines.slice(0, bylineAt === -1 ? (body ?? 1) : Math.min(bylineAt, body ?? bylineAt)),
      body,
    ),
    byline: byline === null ? null : proposeByline(byline),
    publisher: proposePublisher(lines, dateline),
    language: proposeLanguage(text),
    publishedOn: proposeDay(lines),
    dateline:
      dateline?.place == null
        ? null
        : { value: dateline.place, reason: `The report begins with “${dateline.words}”.` },
  };
}

// What stands above a report has ended by then.
const MOST_LINES = 24;
const LONGEST_LINE = 300;
const BYLINE =
  /^(?:By|BY)[:\s]\s*(\p{Lu}[\p{L}\p{M}.'’-]*(?:,?\s(?:and\s|de\s|van\s|von\s|al-)?\p{Lu}[\p{L}\p{M}.'’-]*){0,11}),?$/u;
const CAPTION =
  /^(?:©|\(c\)|FILE PHOTO|Photo\b|Image\b|Credit\b)|\bREUTERS\/|\b(?:AFP|AP) Photo\b|Getty Images/iu;
const OWNER = /^(?:©|\(c\)|Copyright)\s*(?:\d{4}\s+)?(\p{Lu}[\p{L}\p{N}& ]{1,60}?)\s*(?:\.|,|$)/iu;
const DATED =
  /^(?:(?:Published|Posted|Updated|Last updated|Date|First published)\b[:\s]*(?:on\s+|at\s+)?)?(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)[a-z]*\.?,?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?:$|[\s,T|·•–-].{0,40}$)/iu;

function toLines(text: string): string[] {
  const head = text.slice(0, MOST_LINES * LONGEST_LINE * 4);
  return head
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, MOST_LINES);
}

/** Of the lines above the report, the first that is long enough for a headline, else the first at all. */
function proposeTitle(above: readonly string[], body: number | null): Proposal | null {
  const lines = above.filter(
    (line) => !CAPTION.test(line) && !DATED.test(line) && line.length <= LONGEST_LINE,
  );
  const headline = lines.find((line) => line.split(/\s+/).length >= 4) ?? lines[0];
  if (headline === undefined || lengthInCodePoints(headline) > LIMITS.title) return null;
  if (body !== null)
    return { value: headline, reason: "The line above the report that reads like a headline." };
  // With nothing that tells where the report begins, a first line that ends like a sentence is the report.
  return /[.!?…:;,]["”’»]?$/u.test(headline)
    ? null
    : { value: headline, reason: "The first line of the text." };
}

function proposeByline(line: string): Proposal | null {
  const [, names = ""] = BYLINE.exec(line) ?? [];
  return names === "" || names.length > LIMITS.name
    ? null
    : { value: names, reason: `From the line “${line}”.` };
}

function proposePublisher(lines: readonly string[], dateline: Dateline | null): Proposal | null {
  if (dateline?.agency)
    return { value: dateline.agency, reason: `The report begins with “${dateline.words}”.` };
  for (const line of lines) {
    const owner = OWNER.exec(line)?.[1];
    if (owner) return { value: owner, reason: `From the line “${line.slice(0, 80)}”.` };
  }
  return null;
}

// A day in a caption or in a sentence is that of something else: only a line of its own is the report's.
function proposeDay(lines: readonly string[]): Proposal | null {
  const line = lines.find((one) => DATED.test(one) && locateDay(one) !== null);
  const day = line === undefined ? null : locateDay(line);
  return day === null ? null : { value: day, reason: `From the line “${line}”.` };
}
