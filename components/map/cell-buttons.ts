import styles from "./cells.module.css";

/** A cell as those read it who do not see the map. */
export type CellButton = { readonly cell: number; readonly text: string };

export type CellButtons = {
  readonly show: (buttons: readonly CellButton[]) => void;
  readonly remove: () => void;
};

type Handlers = {
  readonly onClick: (cell: number) => void;
  /** `null` when the focus leaves. */
  readonly onFocus: (cell: number | null) => void;
};

/** The largest cells as a list of buttons, which the keyboard reaches; what has the focus is ringed on the map. */
export function createCellButtons(parent: HTMLElement, { onClick, onFocus }: Handlers): CellButtons {
  const list = document.createElement("ul");
  list.className = styles.buttons ?? "";
  list.setAttribute("aria-label", "Cells of the map, the largest first");
  parent.append(list);
  const known = new Map<number, HTMLButtonElement>();

  function create(cell: number): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      onClick(cell);
    });
    button.addEventListener("focus", () => onFocus(cell));
    button.addEventListener("blur", () => onFocus(null));
    return button;
  }

  return {
    show(buttons) {
      const focused = [...known].find(([, button]) => button === document.activeElement)?.[0];
      const isSame =
        buttons.length === known.size && [...known.keys()].every((cell, i) => cell === buttons[i]?.cell);
      const kept = new Map(known);
      known.clear();
      for (const { cell, text } of buttons) {
        const button = kept.get(cell) ?? create(cell);
        if (button.textContent !== text) button.textContent = text;
        known.set(cell, button);
      }
      if (isSame) return;
      list.replaceChildren(
        ...[...known.values()].map((button) => {
          const item = document.createElement("li");
          item.append(button);
          return item;
        }),
      );
      // What was taken out and put back has lost the focus.
      if (focused !== undefined) (known.get(focused) ?? [...known.values()][0])?.focus();
    },
    remove: () => list.remove(),
  };
}
