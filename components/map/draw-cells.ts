import type { Context2D } from "@/components/paint/context";
import { toShortCount } from "@/components/ui/counts";
import type { CellCounts } from "@/core/brush/crowd";
import type { Discs } from "@/core/brush/discs";
import { CATEGORIES } from "@/core/record/vocabulary";

/** The colours of cells, resolved from the theme; a canvas knows no custom properties. */
export type CellsPalette = {
  readonly panel: string;
  readonly ink: string;
  readonly onCategory: string;
  readonly font: string;
  /** In the order of CATEGORIES. */
  readonly strong: readonly string[];
  readonly light: readonly string[];
};

/** Discs at one moment, apart from the arrays that the next frame fills anew. */
export type CellsDrawing = {
  readonly discs: Omit<Discs, "groups">;
  /** By disc and category, in the order of CATEGORIES. */
  readonly mixes: Int32Array;
  readonly palette: CellsPalette;
  /** The position of the disc with the pointer or the keyboard's focus, or -1. */
  readonly focused: number;
};

const TURN = 2 * Math.PI;
const KINDS = CATEGORIES.length;
// Smaller discs have no room for a ring of several colours, nor for a number.
const MIXED_RADIUS = 8;
const DIGIT_WIDTH = 6.6;
const RING = 1.5;

/** Takes the discs out of the arrays that they are laid out in. */
export function copyDiscs(discs: Discs, { categories }: CellCounts): Pick<CellsDrawing, "discs" | "mixes"> {
  const { size, x, y, outer, begun, now, counts, kinds } = discs;
  const mixes = new Int32Array(size * KINDS);
  for (let i = 0; i < size; i++) {
    const group = discs.groups[i] as number;
    mixes.set(categories.subarray(group * KINDS, (group + 1) * KINDS), i * KINDS);
  }
  return {
    discs: {
      ...{ size, x: x.slice(0, size), y: y.slice(0, size), counts: counts.slice(0, size) },
      ...{ outer: outer.slice(0, size), begun: begun.slice(0, size), now: now.slice(0, size) },
      kinds: kinds.slice(0, size),
    },
    mixes,
  };
}

/**
 * Draws discs by area: the outline is all that is in the window, the light disc what has begun by the playhead, the
 * strong one what the playhead is on. The outline is parted by category, the fill is that of the most frequent.
 */
export function drawCells(context: Context2D, { discs, mixes, palette, focused }: CellsDrawing): void {
  for (let i = 0; i < discs.size; i++) {
    const x = discs.x[i] as number;
    const y = discs.y[i] as number;
    const outer = discs.outer[i] as number;
    const kind = discs.kinds[i] as number;
    context.globalAlpha = 0.72;
    fillDisc(context, x, y, outer, palette.panel);
    context.globalAlpha = 1;
    fillDisc(context, x, y, discs.begun[i] as number, palette.light[kind] as string);
    fillDisc(context, x, y, discs.now[i] as number, palette.strong[kind] as string);
    if (outer < MIXED_RADIUS) fillRing(context, x, y, outer, RING, 0, TURN, palette.strong[kind] as string);
    else fillMix(context, x, y, outer, mixes.subarray(i * KINDS, (i + 1) * KINDS), palette);
  }
  drawCounts(context, discs, palette);
  if (focused >= 0 && focused < discs.size) drawFocus(context, discs, focused, palette);
}

function fillDisc(context: Context2D, x: number, y: number, radius: number, colour: string): void {
  if (radius < 0.5) return;
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fill();
}

function fillMix(
  context: Context2D,
  x: number,
  y: number,
  radius: number,
  mix: Int32Array,
  palette: CellsPalette,
): void {
  const all = mix.reduce((sum, count) => sum + count, 0);
  // From the top, clockwise.
  let from = -TURN / 4;
  for (const [kind, count] of mix.entries()) {
    if (count === 0) continue;
    const to = from + (count / all) * TURN;
    fillRing(context, x, y, radius, RING, from, to, palette.strong[kind] as string);
    from = to;
  }
}

// A ring that is filled costs half of an arc that is stroked.
function fillRing(
  context: Context2D,
  x: number,
  y: number,
  outer: number,
  width: number,
  from: number,
  to: number,
  colour: string,
): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, outer, from, to);
  context.arc(x, y, Math.max(0, outer - width), to, from, true);
  context.fill();
}

function drawCounts(context: Context2D, discs: CellsDrawing["discs"], palette: CellsPalette): void {
  context.font = `600 11px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 2.5;
  for (let i = 0; i < discs.size; i++) {
    const outer = discs.outer[i] as number;
    if (outer < MIXED_RADIUS) continue;
    const text = toShortCount(discs.counts[i] as number);
    if (text.length * DIGIT_WIDTH > 2 * outer - 4) continue;
    const [x, y] = [discs.x[i] as number, (discs.y[i] as number) + 0.5];
    const isOnStrong = (discs.now[i] as number) * 2 > text.length * DIGIT_WIDTH + 2;
    if (isOnStrong) context.fillStyle = palette.onCategory;
    else {
      context.strokeStyle = palette.panel;
      context.strokeText(text, x, y);
      context.fillStyle = palette.ink;
    }
    context.fillText(text, x, y);
  }
}

function drawFocus(
  context: Context2D,
  discs: CellsDrawing["discs"],
  focused: number,
  palette: CellsPalette,
): void {
  const [x, y] = [discs.x[focused] as number, discs.y[focused] as number];
  const middle = (discs.outer[focused] as number) + 2.25;
  for (const [width, colour] of [
    [4, palette.panel],
    [2, palette.ink],
  ] as const) {
    fillRing(context, x, y, middle + width / 2, width, 0, TURN, colour);
  }
}
