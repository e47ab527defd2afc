import { useLayoutEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import styles from "./selection-toolbar.module.css";
import type { TextSelection } from "./use-text-selection";

// As wide as the bar is with all its buttons.
const WIDTH = "27rem";

type Edge = "start" | "end";

type Props = {
  readonly selection: TextSelection;
  /** Whether the hand is on the keyboard: then the bar takes the focus. */
  readonly takesFocus: boolean;
  readonly canAdd: boolean;
  /** What the words are selected for; otherwise they may become an event, or be added to one. */
  readonly purpose: { readonly label: string; readonly onChosen: () => void } | null;
  readonly onNew: () => void;
  readonly onAdd: () => void;
  readonly onClear: () => void;
  /** Moves one end of what is selected by a word. */
  readonly onAdjust: (edge: Edge, direction: -1 | 1) => void;
};

/** What can be done with the words that are selected. */
export function SelectionToolbar(props: Props) {
  const { selection, takesFocus, canAdd, purpose, onNew, onAdd, onClear, onAdjust } = props;
  const bar = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const { result } = selection;

  // Before the browser forgets who has the focus: that goes along with the bar otherwise.
  useLayoutEffect(() => {
    if (!takesFocus) return;
    const before = document.activeElement;
    const own = bar.current;
    first.current?.focus({ preventScroll: true });
    return () => {
      const isHere = own?.contains(document.activeElement);
      if (isHere && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [takesFocus]);

  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label="Selected words"
      style={{
        insetBlockStart: selection.bottom + 8,
        // It never hangs over the text's right edge.
        insetInlineStart: `max(0px, min(${selection.left}px, 100% - ${WIDTH}))`,
      }}
      // The words stay selected while the buttons are used.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClear();
      }}
    >
      {result.ok ? (
        <>
          <button ref={first} type="button" className={styles.main} onClick={purpose?.onChosen ?? onNew}>
            {purpose?.label ?? "New event"}
          </button>
          {canAdd && purpose === null && (
            <button type="button" onClick={onAdd}>
              Add to event…
            </button>
          )}
          <span className={styles.ends}>
            {ENDS.map(({ edge, direction, icon, label }) => (
              <button key={label} type="button" title={label} onClick={() => onAdjust(edge, direction)}>
                <Icon name={icon} label={label} />
              </button>
            ))}
          </span>
        </>
      ) : (
        <p role="alert">{result.reason}</p>
      )}
      <button type="button" title="Select nothing" onClick={onClear}>
        <Icon name="close" label="Select nothing" />
      </button>
    </div>
  );
}

const ENDS = [
  { edge: "start", direction: -1, icon: "left", label: "Begin one word earlier" },
  { edge: "start", direction: 1, icon: "right", label: "Begin one word later" },
  { edge: "end", direction: -1, icon: "left", label: "End one word earlier" },
  { edge: "end", direction: 1, icon: "right", label: "End one word later" },
] as const;
