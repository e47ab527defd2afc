import { CATEGORIES, type Category } from "@/core/record/vocabulary";

/** The theme's colours and fonts as a canvas needs them: resolved. */
export type Palette = Record<
  "ink" | "ink2" | "ink3" | "line" | "panel" | "ground" | "playhead" | "font",
  string
> & {
  readonly categories: Record<Category, string>;
};

/** Reads the custom properties in force at `element`. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const colours = CATEGORIES.map((category) => [category, read(`--cat-${category}`)]);
  return {
    ink: read("--ink"),
    ink2: read("--ink-2"),
    ink3: read("--ink-3"),
    line: read("--line"),
    panel: read("--panel"),
    ground: read("--ground"),
    playhead: read("--playhead"),
    font: read("--font-sans"),
    categories: Object.fromEntries(colours) as Record<Category, string>,
  };
}
