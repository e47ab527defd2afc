import type { Category, Status } from "@/core/record/vocabulary";
import { toCategoryColour } from "./category-colour";
import { GLYPH_VIEW_BOX, GLYPHS } from "./glyph";
import styles from "./glyph.module.css";
import { createSvg } from "./svg";

/** The sign for a status as an SVG element, hidden from assistive technology. */
export function createGlyph(): SVGSVGElement {
  const glyph = createSvg("svg", { viewBox: GLYPH_VIEW_BOX, "aria-hidden": "true" });
  glyph.classList.add(styles.glyph ?? "");
  return glyph;
}

/** Puts the sign for a status into the element, with a ring of shares if the events are of several categories. */
export function drawGlyph(
  glyph: SVGSVGElement,
  status: Status,
  categories: readonly (readonly [Category, number])[],
): void {
  const isMixed = categories.length > 1;
  const body = createSvg("g", isMixed ? { transform: "scale(0.78)" } : {});
  for (const { tag, role, attributes } of GLYPHS[status]) {
    body.append(createSvg(tag, { ...attributes, class: styles[role] ?? "" }));
  }
  glyph.replaceChildren(body, ...(isMixed ? toShares(categories) : []));
}

const RING_RADIUS = 12.4;

function toShares(categories: readonly (readonly [Category, number])[]): SVGElement[] {
  const total = categories.reduce((sum, [, count]) => sum + count, 0);
  let from = 0;
  return categories.map(([category, count]) => {
    const length = count / total;
    const share = createSvg("circle", {
      r: String(RING_RADIUS),
      class: styles.share ?? "",
      // Lengths in parts of the ring, which begins at the top.
      pathLength: "1",
      "stroke-dasharray": `${length - 0.03} ${1 - length + 0.03}`,
      "stroke-dashoffset": String(-from),
      transform: "rotate(-90)",
    });
    share.style.setProperty("--cat", toCategoryColour(category));
    from += length;
    return share;
  });
}
