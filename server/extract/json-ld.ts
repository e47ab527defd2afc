import type { Metadatum } from "./html-metadata";

/** What the JSON-LD of a page says of its article, as schema.org writes it; nothing if it is no JSON. */
export function collectJsonLd(json: string): (Pick<Metadatum, "says" | "value"> & { property: string })[] {
  if (json.length > LONGEST) return [];
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    return [];
  }
  const article = locateArticle(root);
  if (article === null) return [];
  return READ.flatMap(([property, says, read]) =>
    read(article[property])
      .slice(0, 1)
      .map((value) => ({ says, value, property })),
  );
}

const LONGEST = 1_000_000;
const MOST_NODES = 10_000;
const ARTICLE = /Article$|^(?:Report|BlogPosting|LiveBlogPosting|SocialMediaPosting)$/;

const READ: readonly (readonly [string, Metadatum["says"], (value: unknown) => string[]])[] = [
  ["headline", "title", toStrings],
  ["author", "byline", (value) => joined(toNames(value))],
  ["publisher", "publisher", toNames],
  ["datePublished", "publishedOn", toStrings],
  ["inLanguage", "language", toStrings],
];

type Node = Readonly<Record<string, unknown>>;

// Level by level, since nothing limits how deep somebody else's JSON goes.
function locateArticle(root: unknown): Node | null {
  let level: unknown[] = [root];
  for (let seen = 0; level.length > 0 && seen < MOST_NODES; ) {
    const article = level.find(
      (value) => isNode(value) && toStrings(value["@type"]).some((type) => ARTICLE.test(type)),
    );
    if (isNode(article)) return article;
    seen += level.length;
    level = level.flatMap((value) => (isNode(value) || Array.isArray(value) ? Object.values(value) : []));
  }
  return null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toStrings(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === "string");
}

function toNames(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (isNode(one) ? toStrings(one.name) : toStrings(one)));
}

function joined(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [names.join(", ")];
}
