import type { PointerEvent } from "react";

type DragHandlers = {
  /** `x` and `y`: client position in CSS pixels; `dx`: since the last move. */
  readonly onMove: (position: { x: number; y: number; dx: number; dy: number }) => void;
  /** Hears whether the pointer was taken away by the system, rather than lifted. */
  readonly onEnd?: (isCancelled: boolean) => void;
};

/** Follows the pointer that has just gone down until it is lifted, wherever it goes. */
export function startDrag(event: PointerEvent<HTMLElement>, { onMove, onEnd }: DragHandlers): void {
  const target = event.currentTarget;
  const { pointerId } = event;
  let last = { x: event.clientX, y: event.clientY };
  target.setPointerCapture(pointerId);

  function move(next: globalThis.PointerEvent): void {
    if (next.pointerId !== pointerId) return;
    const [x, y] = [next.clientX, next.clientY];
    onMove({ x, y, dx: x - last.x, dy: y - last.y });
    last = { x, y };
  }
  function end(next: globalThis.PointerEvent): void {
    if (next.pointerId !== pointerId) return;
    target.removeEventListener("pointermove", move);
    target.removeEventListener("pointerup", end);
    target.removeEventListener("pointercancel", end);
    onEnd?.(next.type === "pointercancel");
  }
  target.addEventListener("pointermove", move);
  target.addEventListener("pointerup", end);
  target.addEventListener("pointercancel", end);
}
