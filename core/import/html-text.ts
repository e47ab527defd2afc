/**
 * What a reader sees of a text with HTML in it: tags are taken out, blocks end lines, entities are what they stand for.
 * The result is text and to be escaped like any other, also where it shows an angle bracket.
 */
export function htmlToText(html: string): string {
  if (!html.includes("<") && !html.includes("&")) return html.trim();
  return dropTags(html.replace(UNSEEN, "").replace(BLOCK, "\n"))
    .replace(ENTITY, toCharacter)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

// A tag that never ends is text. No pattern looks past the next "<", so that hostile input takes linear time.
const UNSEEN = /<(script|style)\b[^<>]*>[^<]*(?:<\/\1\s*>)?|<!--[^<>]*-->/gi;
const BLOCK = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/blockquote|\/tr)\b[^<>]*>/gi;
const TAG_START = /[a-z!/]/i;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;

// In one pass: where a tag is taken out, what stood around it may close to another, which goes as well.
function dropTags(html: string): string {
  const kept: string[] = [];
  const opened: number[] = [];
  for (const character of html) {
    const open = opened.at(-1);
    if (character === ">" && open !== undefined) {
      if (TAG_START.test(kept[open + 1] ?? "")) {
        kept.length = open;
        opened.pop();
        continue;
      }
      opened.length = 0;
    }
    if (character === "<") opened.push(kept.length);
    kept.push(character);
  }
  return kept.join("");
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["hellip", "…"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["middot", "·"],
  ["copy", "©"],
]);

function toCharacter(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  // An entity that is not known stays as it is written.
  if (name !== undefined) return NAMED.get(name) ?? entity;
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const isCharacter = codePoint > 0 && codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
  return isCharacter ? String.fromCodePoint(codePoint) : "\u{FFFD}";
}
