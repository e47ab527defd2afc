import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { decodeText } from "./decode-text";
import type { Extraction, Hint } from "./extraction";
import { collectHtmlMetadata, type Metadatum } from "./html-metadata";
import { htmlToParagraphs } from "./html-paragraphs";
import { mergeProposals } from "./merge-proposals";
import { proposeFromMetadata } from "./propose-from-metadata";
import { proposeFromText } from "./propose-from-text";
import { tidyText } from "./tidy-text";

/** The article of a page as text, without what stands around it; the whole of the page where none is recognised. */
export function readHtml(bytes: Uint8Array, hint: Hint): Extraction {
  const { text: html, warning } = decodeText(bytes, hint, toDeclaredCharset(bytes));
  const whole = htmlToParagraphs(html);
  const { article, metadata } =
    whole.elements > MOST_ELEMENTS || whole.depth > DEEPEST ? NO_TREE : readPage(html);
  const isArticle = article !== null && article.length >= LEAST_ARTICLE;
  const { text, warnings } = tidyText(isArticle ? article : whole.text);
  const isCut = isArticle || whole.text.length < LEAST_ARTICLE;
  return {
    mediaType: "text/html",
    text,
    proposals: mergeProposals(proposeFromMetadata(metadata), proposeFromText(text)),
    warnings: [
      ...(warning === null ? [] : [warning]),
      ...(isCut ? [] : ["No article was recognised in the page: its whole text was taken."]),
      ...warnings,
    ],
  };
}

// Readability's own measure of what is worth the name is 500; a short report is less.
const LEAST_ARTICLE = 250;
// Making and scoring a tree takes a time that grows with both, and with their product. The largest pages of encyclopedias
// have 50,000 elements, 40 deep.
const MOST_ELEMENTS = 100_000;
const DEEPEST = 400;
const DECLARATION_LENGTH = 4096;

type Page = { readonly article: string | null; readonly metadata: readonly Metadatum[] };

const NO_TREE: Page = { article: null, metadata: [] };

function readPage(html: string): Page {
  return {
    metadata: orNone(() => collectHtmlMetadata(parseHTML(html).document)) ?? [],
    article: orNone(() => readArticle(html)),
  };
}

function readArticle(html: string): string | null {
  // The tree has no body but one that is written, and no article is looked for elsewhere.
  const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const article = new Readability(document, { disableJSONLD: true }).parse();
  return article?.content ? htmlToParagraphs(article.content).text : null;
}

// Markup that is too broken for a tree still has its text.
function orNone<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function toDeclaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_LENGTH)).toString("latin1");
  const label = /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1] ?? null;
  // Who could read the declaration byte by byte has no UTF-16 before him, whatever it says.
  return label !== null && /^utf-?16/i.test(label) ? "utf-8" : label;
}
