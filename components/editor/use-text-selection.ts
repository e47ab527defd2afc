import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { codePointToUtf16 } from "@/core/text/code-points";
import { type SelectedQuote, type SelectionResult, toSelectedQuote } from "@/core/text/selected-quote";
import { locateBoundary, locatePoint } from "./text-positions";

/** What is selected in the text: the words or why they cannot be cited, and where they end on the screen. */
export type TextSelection = {
  readonly result: SelectionResult;
  /** CSS pixels from the text's own corner: the last line of what is selected. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
};

type Selecting = {
  readonly selection: TextSelection | null;
  /** Selects a stretch of the text, in UTF-16 indices, as a hand would. */
  readonly select: (start: number, end: number) => void;
  readonly clear: () => void;
};

/**
 * Follows what is selected in a text, by mouse, touch or keyboard alike: the browser's own selection is the only one.
 * It stays while buttons and fields have the focus, and goes with a click into the text.
 */
export function useTextSelection(
  root: RefObject<HTMLElement | null>,
  source: Parameters<typeof toSelectedQuote>[0],
): Selecting {
  const [selection, setSelection] = useState<TextSelection | null>(null);

  const isDragging = useRef(false);

  const read = useCallback(() => {
    const text = root.current;
    const chosen = document.getSelection();
    if (text === null || !chosen?.anchorNode || !text.contains(chosen.anchorNode)) return;
    if (isDragging.current || chosen.isCollapsed || chosen.rangeCount === 0) return setSelection(null);
    setSelection(toTextSelection(text, chosen.getRangeAt(0), source));
  }, [root, source]);

  useEffect(() => {
    // What is shown beside the words would lie in the way of a mouse that goes on to the next line.
    function press({ pointerType, target }: PointerEvent): void {
      isDragging.current =
        pointerType === "mouse" && target instanceof Node && root.current?.contains(target) === true;
    }
    function release(): void {
      if (!isDragging.current) return;
      isDragging.current = false;
      read();
    }
    document.addEventListener("selectionchange", read);
    document.addEventListener("pointerdown", press);
    document.addEventListener("pointerup", release);
    document.addEventListener("pointercancel", release);
    return () => {
      document.removeEventListener("selectionchange", read);
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("pointerup", release);
      document.removeEventListener("pointercancel", release);
    };
  }, [root, read]);

  const select = useCallback(
    (start: number, end: number) => {
      const from = root.current && locatePoint(root.current, start, "start");
      const to = root.current && locatePoint(root.current, end, "end");
      if (!from || !to) return;
      document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
      // The browser tells of it only in a while: the next press may come before.
      read();
    },
    [root, read],
  );

  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setSelection(null);
  }, []);

  return { selection, select, clear };
}

/** The stretch of a quotation in UTF-16 indices. */
export function toIndices(text: string, quote: SelectedQuote): { start: number; end: number } {
  return { start: codePointToUtf16(text, quote.start), end: codePointToUtf16(text, quote.end) };
}

function toTextSelection(
  root: HTMLElement,
  range: Range,
  source: Parameters<typeof toSelectedQuote>[0],
): TextSelection {
  const from = locateBoundary(root, range.startContainer, range.startOffset, "start");
  const to = root.contains(range.endContainer)
    ? locateBoundary(root, range.endContainer, range.endOffset, "end")
    : source.text.length;
  const corner = root.getBoundingClientRect();
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  const last = lines.at(-1) ?? corner;
  const first = lines[0] ?? corner;
  return {
    result: toSelectedQuote(source, from, to),
    left: last.left - corner.left,
    top: first.top - corner.top,
    bottom: last.bottom - corner.top,
  };
}
