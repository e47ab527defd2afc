import type { Reading } from "@/core/record/reading";
import type { Range } from "@/core/time/instant";
import { type Bar, toBar } from "@/core/timeline/bar";
import { type LanePlan, planLanes } from "@/core/timeline/lane-keys";
import { type CssPixels, type Lane, type LaneMark, layOutLanes } from "@/core/timeline/lanes";
import { instantToCss } from "@/core/timeline/scale";
import { selectFiltered, selectMode } from "@/state/selectors";
import type { DashboardState } from "@/state/store";

/** A dated reading with its bar. */
export type BarItem = { readonly reading: Reading; readonly bar: Bar };

/** The lanes at one scale; positions of marks count from `origin`. */
export type LanesLayout = {
  readonly plan: LanePlan;
  readonly lanes: readonly Lane<BarItem>[];
  /** The row, from the top of all lanes, at which each lane begins. */
  readonly firstRows: readonly number[];
  readonly origin: Range["start"];
};

export const ROW_HEIGHT: CssPixels = 19;
export const BAR_HEIGHT: CssPixels = 13;
export const AXIS_HEIGHT: CssPixels = 38;
const LONGEST_LABEL: CssPixels = 260;
// A bar of nothing but a minute must still be seen and hit.
const SHORTEST_BAR: CssPixels = 8;

const NONE: readonly Reading[] = [];

/** Makes a function that lays the lanes out anew only when their events, their scale or their room have changed. */
export function createLanesLayout(): (
  state: DashboardState,
  width: CssPixels,
  height: CssPixels,
  measure: (text: string) => CssPixels,
) => LanesLayout {
  let last: { key: readonly unknown[]; layout: LanesLayout } | null = null;
  return (state, width, height, measure) => {
    // A crowd's lanes are drawn as density, on a canvas below.
    const readings = selectMode(state) === "crowd" ? NONE : selectFiltered(state);
    const { view, extent, index } = state;
    const length = view.window.end - view.window.start;
    const rows = Math.max(1, Math.floor((height - AXIS_HEIGHT) / ROW_HEIGHT));
    const key = [readings, view.lanesBy, length, extent, width, rows, measure];
    if (last?.key.every((part, i) => part === key[i])) return last.layout;

    const plan = planLanes(readings, view.lanesBy, index, rows);
    const scale: Range = { start: extent.start, end: (extent.start + length) as Range["end"] };
    const items = readings.flatMap((reading) => {
      if (!reading.when) return [];
      const bar = toBar(reading.when, extent);
      const left = instantToCss(bar.start, scale, width);
      return {
        lane: plan.toKey(reading),
        left,
        right: Math.max(left + SHORTEST_BAR, instantToCss(bar.end, scale, width)),
        labelWidth: Math.min(LONGEST_LABEL, measure(reading.event.title)),
        value: { reading, bar },
      };
    });
    const lanes = layOutLanes(items, plan.keys, rows);
    let row = 0;
    const firstRows = lanes.map(({ rows: own }) => {
      row += own;
      return row - own;
    });
    last = { key, layout: { plan, lanes, firstRows, origin: extent.start } };
    return last.layout;
  };
}

/** A mark where it stands on the screen. */
export type PlacedMark = {
  readonly mark: LaneMark<BarItem>;
  readonly left: CssPixels;
  readonly right: CssPixels;
  readonly top: CssPixels;
};

/** The marks of which something shows in the window. */
export function placeMarks(layout: LanesLayout, window: Range, width: CssPixels): PlacedMark[] {
  const shift = instantToCss(layout.origin, window, width);
  return layout.lanes.flatMap(({ marks }, lane) =>
    marks.flatMap((mark) => {
      const left = mark.left + shift;
      const right = mark.right + shift;
      const room = mark.label?.room ?? 0;
      if (right + room + 8 < 0 || left - room - 8 > width) return [];
      const row = (layout.firstRows[lane] ?? 0) + mark.row;
      return [{ mark, left, right, top: AXIS_HEIGHT + row * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2 }];
    }),
  );
}

/** The topmost mark at a point, with a little room around thin ones. */
export function hitTest(marks: readonly PlacedMark[], x: CssPixels, y: CssPixels): PlacedMark | null {
  const reach = 3;
  return (
    marks.findLast(
      ({ left, right, top }) =>
        x >= left - reach && x <= right + reach && y >= top - reach && y <= top + BAR_HEIGHT + reach,
    ) ?? null
  );
}
