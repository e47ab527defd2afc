import { type Columns, countBelow, toOrder } from "./columns";
import type { Stretch } from "./contest";

export type WindowDiff = {
  /** Rows that came into the window and rows that left it since the last call. */
  readonly moveTo: (window: Stretch) => { readonly entered: number[]; readonly left: number[] };
};

/** Follows a window over events: what changes from one window to the next is found without looking at the rest. */
export function createWindowDiff(events: Columns): WindowDiff {
  const byEnd = toOrder(events.end);
  const ends = Int32Array.from(byEnd, (row) => events.end[row] as number);
  let last: Stretch = { start: 0, end: 0 };

  return {
    moveTo(window) {
      const { start, end } = window;
      const entered: number[] = [];
      const left: number[] = [];
      const isShown = (row: number, { start, end }: Stretch) =>
        (events.start[row] as number) < end && (events.end[row] as number) > start;
      const compare = (row: number) => {
        const [was, is] = [isShown(row, last), isShown(row, window)];
        if (is && !was) entered.push(row);
        if (was && !is) left.push(row);
      };
      // A row changes only where an end of the window has passed its start or its end; one that both have passed
      // stands in both stretches and must be told of once.
      const [firstStart, endStart] = toSpan(events.start, last.end, end);
      for (let row = firstStart; row < endStart; row += 1) compare(row);
      const [firstEnd, endEnd] = toSpan(ends, last.start + 1, start + 1);
      for (let place = firstEnd; place < endEnd; place += 1) {
        const row = byEnd[place] as number;
        if (row < firstStart || row >= endStart) compare(row);
      }
      last = window;
      return { entered, left };
    },
  };
}

function toSpan(sorted: Int32Array, a: number, b: number): [start: number, end: number] {
  const [from, to] = [countBelow(sorted, a), countBelow(sorted, b)];
  return from < to ? [from, to] : [to, from];
}
