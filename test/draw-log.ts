/** A canvas context that writes down what is painted on it, one line for each disc, arc and text. */
export function createDrawLog(): { context: CanvasRenderingContext2D; log: readonly string[] } {
  const log: string[] = [];
  let arc = { x: 0, y: 0, radius: 0, from: 0, to: 0 };
  const pen = { fillStyle: "", strokeStyle: "", globalAlpha: 1, lineWidth: 1, font: "" };
  const at = () => `${arc.x},${arc.y} r${arc.radius.toFixed(1)}`;
  const context = Object.assign(pen, {
    beginPath() {},
    arc(x: number, y: number, radius: number, from: number, to: number) {
      arc = { x, y, radius, from, to };
    },
    fill() {
      log.push(`fill ${pen.fillStyle} ${at()}`);
    },
    stroke() {
      log.push(`stroke ${pen.strokeStyle} ${at()} ${toDegrees(arc.from)}–${toDegrees(arc.to)}`);
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
