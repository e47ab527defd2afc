"use client";

import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useRef,
} from "react";
import { type Editing, EditingContext } from "@/components/editor/editing-context";
import { useEditorClient } from "@/components/editor/editor-context";
import { BAR_HEIGHT } from "@/components/timeline/lanes-layout";
import type { LanesScene } from "@/components/timeline/use-lanes-painter";
import { startDrag } from "@/components/ui/drag";
import { findBasis } from "@/core/record/find-basis";
import type { DossierEvent } from "@/core/record/record";
import { FIRST_INSTANT, LAST_INSTANT, MINUTE } from "@/core/time/instant";
import { locateEnd, moveEnd, stepEnd, type WhenEnd } from "@/core/time/move-end";
import type { When } from "@/core/time/when";
import { whenToWords } from "@/core/time/when-words";
import { toBar } from "@/core/timeline/bar";
import { cssToInstant, instantToCss } from "@/core/timeline/scale";
import { clamp, revealInWindow } from "@/core/timeline/window";
import { selectSelected } from "@/state/selectors";
import { actions, type DashboardState } from "@/state/store";
import { useDashboard, useDashboardStore, useFrame } from "@/state/use-dashboard";
import styles from "./bar-handles.module.css";
import { saveAdjusted } from "./save-adjusted";

type Props = {
  readonly area: RefObject<HTMLDivElement | null>;
  readonly scene: RefObject<LanesScene | null>;
};

/** Handles at the ends of the bar of the event that is being adjusted. */
export default function BarHandles(props: Props) {
  const editing = useContext(EditingContext);
  const reading = useDashboard(selectSelected);
  const event = reading?.event;
  if (!editing || !event?.when || event.slug !== editing.adjusted) return null;
  // What was known of a date by some day is not what is changed.
  if (reading?.when?.edtf !== event.when.edtf) return null;
  return <Handles key={event.id} {...props} event={event} when={event.when} editing={editing} />;
}

type HandlesProps = Props & {
  readonly event: DossierEvent;
  readonly when: When;
  readonly editing: Editing;
};

/** A date that is not saved yet, and the event that it was drawn from. */
type Draft = { readonly event: DossierEvent; readonly when: When; readonly isSaved: boolean };

function Handles({ area, scene, event, when, editing }: HandlesProps) {
  const store = useDashboardStore();
  const client = useEditorClient();
  const root = useRef<HTMLDivElement>(null);
  const draft = useRef<Draft | null>(null);
  const isDragging = useRef(false);

  const paint = useCallback(
    (state: DashboardState) => {
      const shown = draft.current?.when ?? when;
      if (root.current) {
        layOut(root.current, scene.current, state, event, shown);
        describe(root.current, event, shown);
        root.current.dataset.state = isDragging.current ? "dragged" : draft.current ? "changed" : "still";
      }
    },
    [scene, event, when],
  );
  useFrame(paint);

  // What was saved is there now; what was not is kept, whatever others do meanwhile.
  useEffect(() => {
    if (draft.current?.isSaved && draft.current.event !== event) change(null);
  });

  function change(next: Draft | null): void {
    draft.current = next;
    paint(store.getState());
  }

  function propose(next: When): void {
    const from = draft.current?.event ?? event;
    change(next === from.when ? null : { event: from, when: next, isSaved: false });
  }

  function grab(down: PointerEvent<HTMLElement>, end: WhenEnd): void {
    const box = area.current?.getBoundingClientRect();
    const from = draft.current?.when ?? when;
    const begun = locateEnd(from, end);
    if (down.button !== 0 || !box || begun === null || draft.current?.isSaved) return;
    down.stopPropagation();
    const { window } = store.getState().view;
    // The end keeps its distance to the hand, so that taking it moves nothing.
    const held = instantToCss(begun, window, box.width) + box.left - down.clientX;
    isDragging.current = true;
    startDrag(down, {
      onMove({ x }) {
        if (!isDragging.current) return;
        propose(
          moveEnd(from, end, cssToInstant(x + held - box.left, store.getState().view.window, box.width)),
        );
      },
      onEnd(isCancelled) {
        if (!isDragging.current) return;
        isDragging.current = false;
        if (isCancelled) change(null);
        else void save();
      },
    });
  }

  function press(key: KeyboardEvent, end: WhenEnd): void {
    const steps = STEPS[key.key];
    if (key.ctrlKey || key.metaKey || key.altKey || draft.current?.isSaved) return;
    if (steps !== undefined) {
      const next = stepEnd(draft.current?.when ?? when, end, key.shiftKey ? steps * 10 : steps);
      propose(next);
      actions.setWindow(store, revealInWindow(store.getState().view.window, next));
    } else if (key.key === "Enter" || key.key === " ") void save();
    else if (key.key === "Escape") cancel();
    else return;
    key.preventDefault();
    key.stopPropagation();
  }

  function cancel(): void {
    isDragging.current = false;
    if (draft.current === null) editing.adjust(null);
    else change(null);
  }

  async function save(): Promise<void> {
    const saving = draft.current;
    if (saving === null || saving.isSaved) return paint(store.getState());
    const basis = findBasis(saving.event, saving.when);
    if (basis === null) {
      change(null);
      return editing.tell(`Not saved: no passage of it allows ${whenToWords(saving.when)}.`, null);
    }
    change({ ...saving, isSaved: true });
    const { edtf } = saving.when;
    const outcome = await saveAdjusted(
      client,
      store.getState().index,
      saving.event,
      { when: edtf, basis },
      (began) => {
        const at = began.citations.findIndex(({ id }) => id === basis);
        return { ...began, basis: at, readAs: edtf === began.citations[at]?.date ? null : edtf };
      },
    );
    if (outcome.kind === "done") editing.tell(`Saved: ${whenToWords(saving.when)}`, outcome.change);
    else change(null);
    if (outcome.kind === "failed") editing.tell(`Not saved. ${outcome.reason}`, null);
    if (outcome.kind === "conflict") {
      editing.adjust(null);
      editing.begin({ kind: "edit", event: event.slug });
    }
  }

  return (
    <div ref={root} className={styles.root}>
      <div className={styles.ghost} />
      {ENDS.filter((end) => locateEnd(when, end) !== null).map((end) => (
        <div
          key={end}
          id={`adjust-${end}`}
          className={styles.handle}
          data-end={end}
          role="slider"
          tabIndex={0}
          aria-label={`${end === "begin" ? "Begin" : "End"} of ${event.title}`}
          aria-valuemin={Math.ceil(FIRST_INSTANT / MINUTE)}
          aria-valuemax={Math.floor(LAST_INSTANT / MINUTE)}
          aria-valuenow={0}
          onPointerDown={(down) => grab(down, end)}
          onKeyDown={(key) => press(key, end)}
        />
      ))}
      <div className={styles.tip} data-testid="adjusted-date">
        <b />
        <code />
        <em />
        <span className={styles.keys}>
          <button type="button" onClick={() => void save()}>
            Save
          </button>
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </span>
      </div>
    </div>
  );
}

const ENDS: readonly WhenEnd[] = ["begin", "end"];

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

// As the bars on the canvas: what is shorter is drawn so long.
const SHORTEST = 8;
const TIP_GAP = 6;

/** Puts handles, ghost and tip where the date's bar is; all of it away where the bar is not shown. */
function layOut(
  root: HTMLElement,
  scene: LanesScene | null,
  { view, extent }: DashboardState,
  event: DossierEvent,
  shown: When,
): void {
  const placed = scene?.marks.find(({ mark }) =>
    mark.values.some(({ reading }) => reading.event.id === event.id),
  );
  root.hidden = !placed || !scene;
  if (!placed || !scene) return;
  const bar = toBar(shown, extent);
  const { width } = scene;
  const left = instantToCss(bar.start, view.window, width);
  const right = Math.max(left + SHORTEST, instantToCss(bar.end, view.window, width));
  for (const part of root.children) {
    if (!(part instanceof HTMLElement)) continue;
    const { end } = part.dataset;
    if (end !== undefined) {
      // Beyond the window it waits at its edge: what has the focus must not go.
      const at =
        end === "begin" ? clamp(left, part.offsetWidth, width) : clamp(right, 0, width - part.offsetWidth);
      part.style.transform = `translate(${at}px, ${placed.top + BAR_HEIGHT / 2}px)`;
    } else if (part.className === styles.tip) {
      const middle = (Math.max(0, left) + Math.min(width, right)) / 2;
      const start = Math.min(Math.max(4, middle - part.offsetWidth / 2), width - part.offsetWidth - 4);
      // Above the bar, or where it is low there below it; it covers the axis rather than be cut.
      const [above, below] = [placed.top - part.offsetHeight - TIP_GAP, placed.top + BAR_HEIGHT + TIP_GAP];
      const top = above >= 0 ? above : below + part.offsetHeight <= scene.height ? below : 0;
      part.style.transform = `translate(${start}px, ${top}px)`;
    } else {
      part.style.transform = `translate(${Math.max(-4, left)}px, ${placed.top}px)`;
      part.style.width = `${Math.max(0, Math.min(width + 4, right) - Math.max(-4, left))}px`;
    }
  }
}

/** Says the date, in words to those who see it and to those who hear it. */
function describe(root: HTMLElement, event: DossierEvent, shown: When): void {
  const words = whenToWords(shown);
  const doubt = findBasis(event, shown) === null ? "No passage says so" : "";
  const [said, edtf, doubted] = root.querySelectorAll("b, code, em");
  if (said) said.textContent = words;
  if (edtf) edtf.textContent = shown.edtf;
  if (doubted) doubted.textContent = doubt;
  for (const handle of root.querySelectorAll<HTMLElement>("[role=slider]")) {
    const at = locateEnd(shown, handle.dataset.end === "begin" ? "begin" : "end");
    handle.setAttribute("aria-valuenow", String(Math.round((at ?? 0) / MINUTE)));
    handle.setAttribute("aria-valuetext", doubt === "" ? words : `${words}. ${doubt}`);
  }
}
