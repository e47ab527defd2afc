import { toCount, toEventCount } from "@/components/ui/counts";
import { CATEGORY_COLOURS, CATEGORY_LABELS } from "@/components/ui/labels";
import { CATEGORIES } from "@/core/record/vocabulary";
import styles from "./cells.module.css";
import type { CellsPicture } from "./cells-picture";

/** What a cell holds, in words and numbers, beside it. */
export type CellCard = {
  readonly show: (picture: CellsPicture, group: number, name: string) => void;
  /** Beside the point of the container, where there is room. */
  readonly place: (x: number, y: number, radius: number, container: HTMLElement) => void;
  readonly hide: () => void;
  readonly remove: () => void;
};

const GAP = 8;

export function createCellCard(parent: HTMLElement): CellCard {
  const card = document.createElement("div");
  const title = document.createElement("b");
  const where = document.createElement("span");
  const list = document.createElement("ul");
  const phases = document.createElement("p");
  card.className = styles.card ?? "";
  card.setAttribute("aria-hidden", "true");
  card.hidden = true;
  where.className = styles.where ?? "";
  card.append(title, where, list, phases);
  parent.append(card);
  let shown = "";

  return {
    show({ counts, isExact }, group, name) {
      if (card.hidden) card.hidden = false;
      const [past, now, future] = [
        counts.past[group] ?? 0,
        counts.now[group] ?? 0,
        counts.future[group] ?? 0,
      ];
      const kinds = CATEGORIES.map((category, kind) => ({
        category,
        count: counts.categories[group * CATEGORIES.length + kind] ?? 0,
      })).filter(({ count }) => count > 0);
      const key = [name, past, now, future, ...kinds.map(({ category, count }) => category + count)].join(
        " ",
      );
      if (key === shown) return;
      shown = key;
      title.textContent = toEventCount(past + now + future);
      where.textContent = name;
      list.replaceChildren(
        ...kinds
          .toSorted((a, b) => b.count - a.count)
          .map(({ category, count }) => toRow(CATEGORY_COLOURS[category], CATEGORY_LABELS[category], count)),
      );
      const about = isExact ? "" : "about ";
      phases.textContent = `At the playhead: ${about}${toCount(past)} over, ${toCount(now)} going on, ${toCount(future)} to come`;
    },
    place(x, y, radius, container) {
      const [width, height] = [card.offsetWidth, card.offsetHeight];
      const isRight = x + radius + GAP + width < container.clientWidth;
      const left = isRight ? x + radius + GAP : x - radius - GAP - width;
      const top = Math.min(Math.max(y - height / 2, GAP), container.clientHeight - height - GAP);
      card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    },
    hide() {
      if (!card.hidden) card.hidden = true;
    },
    remove: () => card.remove(),
  };
}

function toRow(colour: string, label: string, count: number): HTMLLIElement {
  const row = document.createElement("li");
  const dot = document.createElement("i");
  const name = document.createElement("span");
  const number = document.createElement("span");
  dot.style.background = colour;
  name.textContent = label;
  number.textContent = toCount(count);
  row.append(dot, name, number);
  return row;
}
