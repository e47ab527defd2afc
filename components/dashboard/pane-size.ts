import type { CssPixels } from "@/core/timeline/lanes";

type PaneTraits = {
  /** The name of the divider, which says what it sizes. */
  readonly name: string;
  /** The element that is sized; the map gives or takes the rest. */
  readonly element: string;
  /** The custom property that holds the chosen size. */
  readonly property: string;
  readonly axis: "x" | "y";
  /** Whether the pane grows as the pointer moves right or down, or as it moves left or up. */
  readonly grows: 1 | -1;
  /** The least size at which the pane can still be used; dashboard.module.css has the same. */
  readonly least: CssPixels;
};

/** Every pane beside the map whose size is the reader's choice; the list lies beside the map or under it. */
export const PANES = {
  list: {
    name: "Width of the events",
    element: "events",
    property: "--list",
    axis: "x",
    grows: 1,
    least: 180,
  },
  listBelow: {
    name: "Height of the events",
    element: "events",
    property: "--list-below",
    axis: "y",
    grows: -1,
    least: 110,
  },
  reader: {
    name: "Width of the reader",
    element: "reader",
    property: "--reader",
    axis: "x",
    grows: -1,
    least: 280,
  },
  timeline: {
    name: "Height of the timeline",
    element: "timeline",
    property: "--timeline",
    axis: "y",
    grows: -1,
    least: 170,
  },
} as const satisfies Record<string, PaneTraits>;

export type PaneName = keyof typeof PANES;

/** What the map keeps, whatever its neighbours would like; dashboard.module.css has the same. */
export const LEAST_MAP: Record<"x" | "y", CssPixels> = { x: 240, y: 140 };

const KEY = "dateline-pane-";

/** The size chosen in this browser; `null` where none was, or where storage is forbidden. */
export function loadPaneSize(pane: PaneName): CssPixels | null {
  try {
    const size = Number.parseFloat(localStorage.getItem(KEY + pane) ?? "");
    return size >= PANES[pane].least ? size : null;
  } catch {
    return null;
  }
}

/** Remembers a size in this browser, or with `null` forgets it. */
export function savePaneSize(pane: PaneName, size: CssPixels | null): void {
  try {
    if (size === null) localStorage.removeItem(KEY + pane);
    else localStorage.setItem(KEY + pane, String(Math.round(size)));
  } catch {
    // Storage may be forbidden; the size then holds for as long as the page is open.
  }
}
