import { GAP } from "./excerpts";

// Past this many UTF-16 units a quotation is given by its first and last words; the same limit as in the
// fragment generator of the WICG's polyfill, so that links stay short enough to be pasted.
const LONGEST_WHOLE = 300;
const WORDS_AT_EACH_END = 5;
const WORDS_OF_CONTEXT = 3;

/**
 * A link that opens the page scrolled to the quotation (URL fragment text directive). `prefix` and `suffix` are the
 * text around it, which tells equal quotations apart. A fragment of the URL's own is kept, an older directive is not.
 */
export function toTextFragmentUrl(url: string, exact: string, prefix = "", suffix = ""): string {
  const terms = [...toPrefixTerm(prefix), ...toQuoteTerms(exact).map(encodeTerm), ...toSuffixTerm(suffix)];
  const [address = "", ...fragments] = url.split("#");
  const fragment = fragments.join("#").split(":~:")[0] ?? "";
  return `${address}#${fragment}:~:text=${terms.join(",")}`;
}

// A whole quotation must lie in one block of the page, which a line break in the stored text puts in doubt.
function toQuoteTerms(exact: string): string[] {
  const quote = exact.trim();
  const words = quote.split(/\s+/u);
  if (quote.length <= LONGEST_WHOLE && !/[\r\n]/u.test(quote)) return [words.join(" ")];
  if (words.length < 2) return [quote];

  const lines = quote.split(/[\r\n]+/u);
  const first = (lines[0] ?? "").trim().split(/\s+/u);
  const last = (lines.at(-1) ?? "").trim().split(/\s+/u);
  const most = Math.min(WORDS_AT_EACH_END, Math.floor(words.length / 2));
  return [first.slice(0, most).join(" "), last.slice(-most).join(" ")];
}

function toPrefixTerm(prefix: string): string[] {
  const nearest =
    prefix
      .split(GAP)
      .at(-1)
      ?.split(/[\r\n]/u)
      .at(-1) ?? "";
  // The context was cut at a count of characters, so that its outermost word may be half a word.
  const words = nearest === prefix ? nearest.replace(/^\S*/u, "") : nearest;
  const term = toWords(words).slice(-WORDS_OF_CONTEXT).join(" ");
  return term === "" ? [] : [`${encodeTerm(term)}-`];
}

function toSuffixTerm(suffix: string): string[] {
  const nearest = suffix.split(GAP)[0]?.split(/[\r\n]/u)[0] ?? "";
  const words = nearest === suffix ? nearest.replace(/\S*$/u, "") : nearest;
  const term = toWords(words).slice(0, WORDS_OF_CONTEXT).join(" ");
  return term === "" ? [] : [`-${encodeTerm(term)}`];
}

function toWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

// `-` marks prefix and suffix in the directive, and is the one delimiter that encodeURIComponent leaves alone.
function encodeTerm(term: string): string {
  return encodeURIComponent(term).replaceAll("-", "%2D");
}
