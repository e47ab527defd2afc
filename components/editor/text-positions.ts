/** The attribute by which a run's element says at which UTF-16 index of the text it begins. */
export const INDEX = "data-index";

/**
 * The UTF-16 index in the text of a point in its document. A point beside the runs, as on a button or a line's end,
 * counts as the begin of the next run, or for an `edge` of "end" as the end of the one before.
 */
export function locateBoundary(root: HTMLElement, node: Node, offset: number, edge: "start" | "end"): number {
  const run = node instanceof Text ? node.parentElement?.closest(`[${INDEX}]`) : null;
  if (run && root.contains(run)) return indexOf(run) + offset;

  const point = document.createRange();
  point.setStart(node, offset);
  const runs = [...root.querySelectorAll(`[${INDEX}]`)];
  const next = runs.findIndex((one) => point.comparePoint(one, 0) >= 0);
  const position = next === -1 ? runs.length : next;
  const [before, after] = [runs[position - 1], runs[position]];
  if (edge === "start" && after) return indexOf(after);
  return before ? indexOf(before) + (before.textContent ?? "").length : 0;
}

/**
 * The point of the document at a UTF-16 index of the text; `null` if nothing of it is drawn. Where one run ends and
 * another begins, an `edge` of "start" is in the later, one of "end" in the earlier.
 */
export function locatePoint(
  root: HTMLElement,
  index: number,
  edge: "start" | "end",
): { node: Node; offset: number } | null {
  const runs = [...root.querySelectorAll(`[${INDEX}]`)];
  const run =
    runs.findLast((one) => (edge === "start" ? indexOf(one) <= index : indexOf(one) < index)) ?? runs[0];
  const node = run?.firstChild;
  if (!run || !node) return null;
  return { node, offset: Math.min(Math.max(0, index - indexOf(run)), (node.textContent ?? "").length) };
}

function indexOf(run: Element): number {
  return Number(run.getAttribute(INDEX));
}
