import { type CSSProperties, createElement } from "react";
import type { Category, Status } from "@/core/record/vocabulary";
import { toCategoryColour } from "./category-colour";
import { GLYPH_VIEW_BOX, GLYPHS } from "./glyph";
import styles from "./glyph.module.css";

/** The sign for a status, without a name: what stands beside it says the status in words. */
export function StatusGlyph({ status, category }: { status: Status; category: Category }) {
  const colour = { "--cat": toCategoryColour(category) } as CSSProperties;
  return (
    <svg className={styles.glyph} viewBox={GLYPH_VIEW_BOX} style={colour} aria-hidden="true">
      {GLYPHS[status].map(({ tag, role, attributes }) =>
        createElement(tag, {
          key: JSON.stringify([role, attributes]),
          className: styles[role],
          ...attributes,
        }),
      )}
    </svg>
  );
}
