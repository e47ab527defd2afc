type Draw = () => void;

const waiting = new Set<Draw>();
let pending: number | null = null;

/** Runs `draw` once in the next animation frame, however often it is asked for before; all panes share one frame. */
export function requestFrame(draw: Draw): void {
  waiting.add(draw);
  if (pending === null) pending = requestAnimationFrame(drawFrame);
}

/** Forgets a draw that was asked for, when its pane goes away. */
export function cancelFrame(draw: Draw): void {
  waiting.delete(draw);
}

function drawFrame(): void {
  pending = null;
  const draws = [...waiting];
  waiting.clear();
  for (const draw of draws) draw();
}
