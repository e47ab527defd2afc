import { LIMITS } from "../record/limits";
import { type Day, parseDay } from "../time/day";
import { cellAt, type Indexes } from "./columns";
import type { DateCell } from "./date-cell";
import type { ReadOptions } from "./format";
import type { ImportSource } from "./import-row";
import type { Field } from "./mapping";
import { checkCell, type Faults, isLanguageTag, isWebAddress, noteFault } from "./row-checks";

type SourceSetting = {
  /** Of the event: what the source is called that has no title of its own. */
  readonly title: string;
  readonly parseDate: (cell: string) => DateCell;
  readonly options: ReadOptions;
};

/** The source of a row; what is wrong with it is noted. */
export function toFieldSource(
  faults: Faults,
  record: readonly string[],
  at: Indexes<Field>,
  nameOf: (field: Field) => string,
  { title: eventTitle, parseDate, options }: SourceSetting,
): ImportSource {
  const ownTitle = cellAt(record, at.source_title);
  if (ownTitle !== "")
    checkCell(faults, nameOf("source_title"), "The title of the source", ownTitle, LIMITS.title);
  const publisher = cellAt(record, at.publisher) || options.publisher;
  checkCell(faults, nameOf("publisher"), "The publisher", publisher, LIMITS.name);
  const byline = cellAt(record, at.byline) || null;
  if (byline !== null) checkCell(faults, nameOf("byline"), "The byline", byline, LIMITS.name);

  const url = cellAt(record, at.url) || null;
  if (url !== null && !isWebAddress(url)) {
    noteFault(
      faults,
      nameOf("url"),
      url,
      "The address does not begin with http:// or https://, or is too long.",
    );
  }
  const language = cellAt(record, at.language) || options.language;
  if (!isLanguageTag(language)) {
    noteFault(faults, nameOf("language"), language, "The language is no BCP 47 tag such as “en” or “pt-BR”.");
  }
  const published = cellAt(record, at.published);
  const publishedOn = published === "" ? null : parsePublished(parseDate(published));
  if (publishedOn !== null && typeof publishedOn === "object") {
    noteFault(faults, nameOf("published"), published, publishedOn.reason);
    return { title: ownTitle || eventTitle, publisher, byline, url, language, publishedOn: null };
  }
  return { title: ownTitle || eventTitle, publisher, byline, url, language, publishedOn };
}

// A moment is published on its day, in whatever zone it is told.
function parsePublished(date: DateCell): Day | { readonly reason: string } {
  if ("reason" in date) return date;
  const day = date.edtf.includes("/") ? null : parseDay(date.edtf.slice(0, 10));
  return day ?? { reason: `“${date.edtf}” is no single day.` };
}
