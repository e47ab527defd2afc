/** A canvas context that writes down what is painted on it, one line for each disc, ring and text. */
export function createDrawLog(): { context: CanvasRenderingContext2D; log: readonly string[] } {
  const log: string[] = [];
  let arcs: { x: number; y: number; radius: number; from: number; to: number }[] = [];
  const pen = { fillStyle: "", strokeStyle: "", globalAlpha: 1, lineWidth: 1, font: "" };
  const context = Object.assign(pen, {
    beginPath() {
      arcs = [];
    },
    arc(x: number, y: number, radius: number, from: number, to: number) {
      arcs.push({ x, y, radius, from, to });
    },
    // A disc, or what lies between two arcs.
    fill() {
      const [arc, inner] = arcs;
      if (!arc) return;
      const { x, y, radius, from, to } = arc;
      const what = inner
        ? `ring ${pen.fillStyle} ${x},${y} r${inner.radius.toFixed(1)}–${radius.toFixed(1)} ${toDegrees(from)}–${toDegrees(to)}`
        : `fill ${pen.fillStyle} ${x},${y} r${radius.toFixed(1)}`;
      log.push(what);
    },
    fillText(text: string, x: number, y: number) {
      log.push(`text ${pen.fillStyle} “${text}” ${x},${y}`);
    },
    strokeText(text: string, x: number, y: number) {
      log.push(`outline text ${pen.strokeStyle} “${text}” ${x},${y}`);
    },
  });
  return { context: context as unknown as CanvasRenderingContext2D, log };
}

function toDegrees(turn: number): string {
  return `${Math.round((turn * 180) / Math.PI)}°`;
}
