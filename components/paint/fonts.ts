/** A font as a style sheet of the page names it. */
export type FontFile = {
  readonly family: string;
  /** With an absolute address. */
  readonly source: string;
  readonly weight: string;
  readonly style: string;
  readonly unicodeRange: string;
};

const LATIN = "U+0000-00FF";

/** The fonts that the page's style sheets know by the first name of a font family. */
export function readFonts(family: string): readonly FontFile[] {
  const [first = ""] = family.split(",");
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const read = (name: string) => rule.style.getPropertyValue(name);
      if (toName(read("font-family")) !== toName(first)) return [];
      const base = sheet.href ?? document.baseURI;
      const source = read("src").replace(
        /url\("?([^")]+)"?\)/g,
        (_, path) => `url("${new URL(path, base)}")`,
      );
      const unicodeRange = read("unicode-range").toUpperCase();
      return {
        family: toName(first),
        source,
        weight: read("font-weight"),
        style: read("font-style"),
        unicodeRange,
      };
    }),
  );
}

/** Gives a worker the fonts; resolves when those of its numbers have come, or cannot come. */
export async function addFonts(files: readonly FontFile[]): Promise<void> {
  const { fonts } = globalThis as unknown as { readonly fonts: FontFaceSet };
  const faces = files.map(({ family, source, unicodeRange, weight, style }) => {
    const face = new FontFace(family, source, { weight, style, unicodeRange });
    fonts.add(face);
    return { face, isNeeded: unicodeRange === "" || unicodeRange.includes(LATIN) };
  });
  await Promise.allSettled(faces.filter(({ isNeeded }) => isNeeded).map(({ face }) => face.load()));
}

function toName(family: string): string {
  return family.trim().replace(/^["']|["']$/g, "");
}
