import { DAY, type Instant, type Milliseconds, type Range, SECOND } from "@/core/time/instant";
import { advancePlayhead } from "@/core/timeline/step";
import { cancelFrame, requestFrame } from "./frames";
import { selectFiltered } from "./selectors";
import { actions, type DashboardState, type DashboardStore } from "./store";

// A tab that slept wakes up with one long frame: the playhead goes on from where it was instead of leaping.
const LONGEST_FRAME: Milliseconds = 100;

/** Plays the store's playhead while `player.isPlaying`; returns the function that ends it for good. */
export function connectPlayer(store: DashboardStore): () => void {
  let last: number | null = null;

  function advance(): void {
    if (!store.getState().player.isPlaying) return;
    const now = performance.now();
    const elapsed = last === null ? 0 : Math.min(now - last, LONGEST_FRAME);
    last = now;
    movePlayhead(store, elapsed);
    if (store.getState().player.isPlaying) requestFrame(advance);
  }

  const unsubscribe = store.subscribe(({ player }, before) => {
    if (player.isPlaying === before.player.isPlaying) return;
    last = null;
    if (player.isPlaying) requestFrame(advance);
    else cancelFrame(advance);
  });
  return () => {
    unsubscribe();
    cancelFrame(advance);
  };
}

/** Speeds of play in days of the dossier for each second of the reader. */
export const SPEEDS = [1 / 24, 0.25, 1, 7, 30, 365] as const;

function movePlayhead(store: DashboardStore, elapsed: Milliseconds): void {
  const { player, view } = store.getState();
  const quiet = player.skipsQuiet ? selectBusy(store.getState()) : null;
  const next = advancePlayhead(view.playhead, elapsed, (player.speed * DAY) / SECOND, quiet);
  if (next < view.window.end) return actions.setPlayhead(store, next);
  if (player.loops) return actions.setPlayhead(store, view.window.start);
  actions.setPlayhead(store, (view.window.end - 1) as Instant);
  actions.setPlayer(store, { isPlaying: false });
}

function selectBusy(state: DashboardState): readonly Range[] {
  return selectFiltered(state).flatMap(({ when }) => {
    const { beginEarliest = null, endLatest = null } = when?.bounds ?? {};
    return beginEarliest !== null && endLatest !== null ? [{ start: beginEarliest, end: endLatest }] : [];
  });
}
