import { LIMITS } from "@/core/record/limits";
import type { Coverage } from "@/core/record/vocabulary";
import { toWellFormed } from "@/core/text/code-points";
import { parseDay } from "@/core/time/day";
import type { NewSource, ReadDocument } from "./editor-client";
import type { FieldFaults } from "./faults";

/** What is known of a source that is being added, as it stands in the form. */
export type SourceDraft = {
  readonly document: string | null;
  readonly title: string;
  readonly publisher: string;
  readonly byline: string;
  readonly language: string;
  readonly url: string;
  readonly publishedOn: string;
  readonly coverage: Coverage;
  readonly publishes: Coverage;
  readonly text: string;
};

export const SOURCE_FIELDS = [
  ...["title", "publisher", "byline", "language", "url", "publishedOn", "coverage", "publishes", "text"],
] as const;

/** The form as the document proposes it. */
export function toSourceDraft(read: ReadDocument, url: string): SourceDraft {
  const { proposals } = read;
  return {
    document: read.sha256,
    title: proposals.title?.value ?? "",
    publisher: proposals.publisher?.value ?? "",
    byline: proposals.byline?.value ?? "",
    language: proposals.language?.value ?? "",
    url,
    publishedOn: proposals.publishedOn?.value ?? "",
    coverage: "full",
    publishes: "full",
    text: read.text,
  };
}

/** The request that the form means, or what keeps it from meaning one. */
export function toNewSource(draft: SourceDraft): { order: NewSource } | { faults: FieldFaults } {
  const faults: Record<string, string> = {};
  if (draft.title.trim() === "") faults.title = "A source needs a title.";
  if (draft.publisher.trim() === "") faults.publisher = "Say who published it.";
  if (parseDay(draft.publishedOn) === null)
    faults.publishedOn = "Say on which day it was published: “Sunday” is counted from it.";
  if (draft.language !== "" && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(draft.language.trim()))
    faults.language = "This is no language tag, such as en or pt-BR.";
  if (draft.url.trim() !== "" && !/^https?:\/\/\S+$/i.test(draft.url.trim()))
    faults.url = "An address begins with http:// or https://.";
  if (draft.text.trim() === "") faults.text = "There is no text to cite from.";
  if ([...draft.text].length > LIMITS.text) faults.text = `At most ${LIMITS.text} characters can be stored.`;
  if (Object.keys(faults).length > 0) return { faults };
  return {
    order: {
      document: draft.document,
      title: draft.title.trim(),
      publisher: draft.publisher.trim(),
      byline: draft.byline.trim() || null,
      language: draft.language.trim() || "und",
      url: draft.url.trim() || null,
      publishedOn: draft.publishedOn,
      coverage: draft.coverage,
      publishes: draft.publishes,
      text: toWellFormed(draft.text),
    },
  };
}
