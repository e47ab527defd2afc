import { LIMITS } from "@/core/record/limits";
import { lengthInCodePoints, toWellFormed } from "@/core/text/code-points";
import { NO_PROPOSALS, type Proposals } from "./extraction";
import type { Metadatum } from "./html-metadata";
import { locateDay } from "./locate-day";

/** The first of what a document says of itself that can be used, for each thing that is to be proposed. */
export function proposeFromMetadata(metadata: readonly Metadatum[]): Proposals {
  const propose = (says: Metadatum["says"]) => {
    for (const { value, where } of metadata.filter((metadatum) => metadatum.says === says)) {
      const usable = USABLE[says](toPlain(value));
      if (usable !== null) return { value: usable, reason: `From ${where}: “${shorten(toPlain(value))}”.` };
    }
    return null;
  };
  return {
    ...NO_PROPOSALS,
    title: propose("title"),
    byline: propose("byline"),
    publisher: propose("publisher"),
    language: propose("language"),
    publishedOn: propose("publishedOn"),
  };
}

const LONGEST_SHOWN = 120;

const USABLE: Readonly<Record<Metadatum["says"], (value: string) => string | null>> = {
  title: (value) => within(value, LIMITS.title),
  byline: (value) => (/^https?:/i.test(value) ? null : within(value.replace(/^by\s+/i, ""), LIMITS.name)),
  publisher: (value) => within(value, LIMITS.name),
  language: toLanguage,
  publishedOn: locateDay,
};

function within(value: string, limit: number): string | null {
  return value !== "" && lengthInCodePoints(value) <= limit ? value : null;
}

/** "en_GB" is how some write "en-GB"; "x-default" and whole words are none. */
function toLanguage(value: string): string | null {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(value.replaceAll("_", "-"));
    return tag !== "" && tag.length <= LIMITS.language && /^[a-z]{2,3}(-|$)/.test(tag) ? tag : null;
  } catch {
    return null;
  }
}

function toPlain(value: string): string {
  return toWellFormed(value)
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

function shorten(value: string): string {
  return value.length <= LONGEST_SHOWN ? value : toWellFormed(`${value.slice(0, LONGEST_SHOWN)}…`);
}
