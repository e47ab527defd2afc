import type { MarkerSpot } from "@/core/geo/marker-layout";
import type { Reading } from "@/core/record/reading";
import type { Place } from "@/core/record/record";
import { toCategoryColour } from "./category-colour";
import { createGlyph, drawGlyph } from "./glyph-element";
import styles from "./marker.module.css";
import { countCategories, type MarkState } from "./phase";
import { isArea, toDiameter } from "./sites";
import { createSvg } from "./svg";

export type MarkerFlags = {
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isOpen: boolean;
};

/** One mark on the map: a button with its sign, count and name, and a leader where it stepped aside. */
export type MarkerView = {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  /** Puts the mark where the layout wants it. */
  readonly place: (spot: MarkerSpot, largestCount: number) => void;
  /** Shows the events behind it as the playhead finds them; without any, the mark is not there. */
  readonly show: (readings: readonly Reading[], state: MarkState | null, flags: MarkerFlags) => void;
};

export function createMarkerView(places: readonly [Place, ...Place[]]): MarkerView {
  const [first] = places;
  const element = document.createElement("div");
  const button = document.createElement("button");
  const glyph = createGlyph();
  const count = document.createElement("span");
  const label = document.createElement("span");
  const leader = createSvg("svg", { class: styles.leader ?? "", "aria-hidden": "true" });

  element.className = styles.mark ?? "";
  button.type = "button";
  button.className = styles.button ?? "";
  glyph.classList.add(styles.sign ?? "");
  count.className = styles.count ?? "";
  label.className = styles.label ?? "";
  label.textContent = places.length > 1 ? `${first.name} +${places.length - 1}` : first.name;
  set(element, "kind", places.length > 1 ? "stack" : isArea(first) ? "area" : "point");
  button.append(glyph, count, label);
  element.append(leader, button);

  let drawn: { readings: readonly Reading[]; state: MarkState } | null = null;

  return {
    element,
    button,
    place({ dx, dy, label: side }, largestCount) {
      element.style.setProperty("--dx", `${dx}px`);
      element.style.setProperty("--dy", `${dy}px`);
      element.style.setProperty("--diameter", `${toDiameter(largestCount)}px`);
      set(element, "label", side);
      leader.replaceChildren(...(dx === 0 && dy === 0 ? [] : toLeader(dx, dy)));
    },
    show(readings, state, flags) {
      const isHidden = state === null;
      if (element.hidden !== isHidden) element.hidden = isHidden;
      if (state === null) return;
      set(element, "phase", state.phase);
      set(element, "age", String(state.age));
      set(element, "tone", toTone(state));
      set(element, "selected", String(flags.isSelected));
      set(element, "hovered", String(flags.isHovered));
      const canOpen = readings.length > 1 && places.length === 1;
      if (canOpen) setAttribute(button, "aria-expanded", String(flags.isOpen));
      else button.removeAttribute("aria-expanded");
      if (drawn?.readings === readings && drawn.state.status === state.status) return;
      drawn = { readings, state };

      const categories = countCategories(readings);
      element.style.setProperty("--cat", toCategoryColour(categories[0]?.[0] ?? "other"));
      set(element, "single", String(readings.length === 1));
      drawGlyph(glyph, state.status, categories);
      count.textContent = readings.length === 1 ? "" : toShortCount(readings.length);
      setAttribute(button, "aria-label", toMarkerName(places, readings.length, state));
    },
  };
}

type Tone = "full" | "faded" | "hollow";

// How much colour the sign holds, which decides on the colour of the count over it.
function toTone({ status, phase, age }: MarkState): Tone {
  if (phase === "future" || status === "planned" || status === "cancelled") return "hollow";
  const isWhole = status === "occurred" || status === "ongoing";
  return isWhole && phase !== "undated" && age === 0 ? "full" : "faded";
}

/** The mark's name for those who do not see it: "Seoul, 5 events", and the status unless it simply occurred. */
export function toMarkerName(
  places: readonly [Place, ...Place[]],
  count: number,
  { status }: Pick<MarkState, "status">,
): string {
  const [{ name }] = places;
  const others = places.length - 1;
  const where = others === 0 ? name : `${name} and ${others} more ${others === 1 ? "place" : "places"}`;
  const what = count === 1 ? "1 event" : `${count.toLocaleString("en")} events`;
  return status === "occurred" ? `${where}, ${what}` : `${where}, ${what}, ${status}`;
}

function toShortCount(count: number): string {
  return count > 999 ? "999+" : String(count);
}

function toLeader(dx: number, dy: number): SVGElement[] {
  const end = { x2: String(dx), y2: String(dy) };
  return [createSvg("line", { x1: "0", y1: "0", ...end }), createSvg("circle", { r: "2.2" })];
}

// Writing a value that is there already would still have the browser compute styles anew, on every frame.
function set(element: HTMLElement, name: string, value: string): void {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
