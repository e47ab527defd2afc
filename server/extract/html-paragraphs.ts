import { Parser } from "htmlparser2";

/** A piece of HTML as text, and how much of a tree it would make: how many elements, and how deep in each other. */
export type HtmlParagraphs = { readonly text: string; readonly elements: number; readonly depth: number };

/**
 * What a reader sees of a piece of HTML, as text: blocks are paragraphs apart by empty lines, rows and items of lists
 * are lines; entities are what they stand for. Nothing is run, and nothing but text comes out, however deep or broken
 * the markup is.
 */
export function htmlToParagraphs(html: string): HtmlParagraphs {
  const text = new Paragraphs();
  const parser = new Parser(
    {
      onopentagname: (name) => text.open(name),
      onclosetag: (name) => text.close(name),
      ontext: (data) => text.add(data),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return { text: text.toString(), elements: text.elements, depth: text.deepest };
}

const UNSEEN = new Set(
  (
    "audio button canvas datalist dialog embed frameset head iframe input map math meter noembed noframes noscript " +
    "object progress script select style svg template textarea title video"
  ).split(" "),
);
const BLOCKS = new Set(
  (
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 " +
    "h6 header hr html main nav ol p pre section summary table tbody tfoot thead ul"
  ).split(" "),
);
const LINES = new Set(["br", "caption", "li", "tr"]);

class Paragraphs {
  elements = 0;
  deepest = 0;
  private depth = 0;
  private readonly parts: string[] = [];
  private unseen = 0;
  private preformatted = 0;
  // What stands between the last text and the next.
  private gap: "" | " " | "\n" | "\n\n" | "\t" = "";

  open(name: string): void {
    this.elements++;
    this.deepest = Math.max(this.deepest, ++this.depth);
    if (UNSEEN.has(name)) this.unseen++;
    if (name === "pre") this.preformatted++;
    this.widen(name);
  }

  close(name: string): void {
    this.depth--;
    // The parser closes what was opened and what is empty by nature, and nothing else.
    if (UNSEEN.has(name)) this.unseen = Math.max(0, this.unseen - 1);
    if (name === "pre") this.preformatted = Math.max(0, this.preformatted - 1);
    if (name !== "br") this.widen(name);
  }

  add(data: string): void {
    if (this.unseen > 0) return;
    if (this.preformatted > 0) return this.push(data);
    const words = data.replace(/[\t\n\f\r ]+/g, " ");
    if (words === " ") return this.space();
    if (words.startsWith(" ")) this.space();
    this.push(words.trim() === "" ? words : words.replace(/^ | $/g, ""));
    if (words.endsWith(" ")) this.space();
  }

  toString(): string {
    return this.parts.join("").trim();
  }

  private widen(name: string): void {
    if (BLOCKS.has(name)) this.gap = "\n\n";
    else if (LINES.has(name)) this.gap = this.gap === "\n\n" || name === "br" ? this.lengthen() : "\n";
    else if ((name === "td" || name === "th") && !this.gap.includes("\n")) this.gap = "\t";
  }

  // Two line breaks in a row are how old pages part paragraphs.
  private lengthen(): "\n" | "\n\n" {
    return this.gap.includes("\n") ? "\n\n" : "\n";
  }

  private space(): void {
    if (this.gap === "") this.gap = " ";
  }

  private push(words: string): void {
    if (words === "") return;
    if (this.parts.length > 0) this.parts.push(this.gap);
    this.gap = "";
    this.parts.push(words);
  }
}
