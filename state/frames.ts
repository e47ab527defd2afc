import type { Milliseconds } from "@/core/time/instant";

type Draw = () => void;

// Nobody reads sixty different numbers a second, and each text that changes has the page laid out and painted anew.
const BEAT: Milliseconds = 100;

const waiting = new Set<Draw>();
const waitingWords = new Set<Draw>();
let pending: number | null = null;
let beat: ReturnType<typeof setTimeout> | null = null;
let lastBeat = Number.NEGATIVE_INFINITY;

/** Runs `draw` once in the next animation frame, however often it is asked for before; all panes share one frame. */
export function requestFrame(draw: Draw): void {
  waiting.add(draw);
  if (pending === null) pending = requestAnimationFrame(drawFrame);
}

/** Runs what writes words or numbers in the next frame, and then ten times a second at most, all panes' together. */
export function requestWords(write: Draw): void {
  waitingWords.add(write);
  const rest = lastBeat + BEAT - performance.now();
  if (rest <= 0) requestFrame(writeWords);
  else if (beat === null) beat = setTimeout(() => requestFrame(writeWords), rest);
}

/** Forgets what was asked for, when its pane goes away. */
export function cancelFrame(draw: Draw): void {
  waiting.delete(draw);
  waitingWords.delete(draw);
}

function writeWords(): void {
  beat = null;
  lastBeat = performance.now();
  const writes = [...waitingWords];
  waitingWords.clear();
  for (const write of writes) write();
}

function drawFrame(): void {
  pending = null;
  const draws = [...waiting];
  waiting.clear();
  for (const draw of draws) draw();
}
