/** Colours and font of the basemap as the theme has them. */
export type BasemapColours = Record<"land" | "border" | "label" | "font", string>;

/** Reads them from the custom properties in force at an element: a canvas knows no CSS. */
export function readColours(element: Element): BasemapColours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    land: read("--land"),
    border: read("--border"),
    label: read("--ink-3"),
    font: style.fontFamily,
  };
}
