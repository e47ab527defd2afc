import { collectJsonLd } from "./json-ld";

/** Something that a page says of itself: what, in which words, and where it says so. */
export type Metadatum = {
  readonly says: "title" | "byline" | "publisher" | "language" | "publishedOn";
  readonly value: string;
  readonly where: string;
};

/** What a page says of itself, what is to be believed first before the rest. The tree is only read. */
export function collectHtmlMetadata(document: Document): Metadatum[] {
  const found: Metadatum[] = [];
  const add = (says: Metadatum["says"], value: string | null | undefined, where: string) => {
    if (value && value.trim() !== "") found.push({ says, value, where });
  };
  const metas = [...document.querySelectorAll("meta")].slice(0, MOST_TAGS);
  for (const [says, names] of META) {
    for (const name of names) {
      const tag = metas.find((meta) => NAMING.some((by) => meta.getAttribute(by)?.toLowerCase() === name));
      add(says, tag?.getAttribute("content"), `the page's <meta> ${name}`);
    }
  }
  const scripts = [...document.querySelectorAll("script")].filter(
    (script) => script.getAttribute("type")?.trim().toLowerCase() === "application/ld+json",
  );
  for (const script of scripts.slice(0, MOST_SCRIPTS)) {
    for (const { says, value, property } of collectJsonLd(script.textContent ?? "")) {
      add(says, value, `the page's JSON-LD, ${property}`);
    }
  }
  const times = [...document.querySelectorAll("time")].slice(0, MOST_TAGS);
  const dated =
    times.find((time) => time.getAttribute("itemprop") === "datePublished") ??
    times.find((time) => time.closest("article, header") !== null) ??
    times[0];
  add("publishedOn", dated?.getAttribute("datetime") ?? dated?.textContent, "the page's <time>");
  add("language", document.documentElement?.getAttribute("lang"), "the page's <html lang>");
  add("title", document.querySelector("h1")?.textContent, "the page's heading");
  add("title", document.querySelector("title")?.textContent, "the page's <title>");
  return found;
}

// Nobody has more to say of one page.
const MOST_TAGS = 500;
const MOST_SCRIPTS = 20;
const NAMING = ["name", "property", "itemprop", "http-equiv"];

const META: readonly (readonly [Metadatum["says"], readonly string[]])[] = [
  ["title", ["og:title", "citation_title", "dc.title", "twitter:title"]],
  ["byline", ["author", "article:author", "citation_author", "dc.creator", "parsely-author", "byl"]],
  ["publisher", ["og:site_name", "citation_journal_title", "dc.publisher", "application-name"]],
  [
    "publishedOn",
    [
      "article:published_time",
      "datepublished",
      "citation_publication_date",
      "dc.date.issued",
      "dc.date",
      "parsely-pub-date",
      "pubdate",
      "date",
    ],
  ],
  ["language", ["content-language", "og:locale", "dc.language"]],
];
