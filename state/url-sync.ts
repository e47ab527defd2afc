import type { Milliseconds } from "@/core/time/instant";
import type { View } from "@/core/timeline/view";
import { decodeViewLink, encodeViewLink } from "@/wire/view-url";
import { actions, type DashboardState, type DashboardStore } from "./store";

// Safari refuses more than a hundred replacements in half a minute.
const QUIET: Milliseconds = 350;

/**
 * Keeps the address in step with the view: selecting an event is a step that Back takes back, everything else
 * changes the address in place once the hand rests. Returns the function that ends it.
 */
export function connectUrl(store: DashboardStore, opening: View): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isFollowing = false;

  function settle(state: DashboardState): void {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    const address = toAddress(state, opening);
    if (address !== window.location.pathname + window.location.search) {
      window.history.replaceState(null, "", address);
    }
  }

  function follow(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { index } = store.getState();
    const link = decodeViewLink(new URLSearchParams(window.location.search), index, opening);
    isFollowing = true;
    actions.showLink(store, link.view, link.focus);
    if (link.awaited) actions.setCrowd(store, { wanted: { kind: "event", ...link.awaited } });
    isFollowing = false;
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (isFollowing || (state.view === before.view && state.focus === before.focus)) return;
    if (state.focus.eventId === before.focus.eventId) {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => settle(store.getState()), QUIET);
      return;
    }
    // What is left behind keeps the view that it had, so that Back returns to just that.
    settle(before);
    const address = toAddress(state, opening);
    // An event that had to be loaded first was named by the address already.
    if (address !== window.location.pathname + window.location.search) {
      window.history.pushState(null, "", address);
    }
  });
  const leave = () => settle(store.getState());
  window.addEventListener("popstate", follow);
  window.addEventListener("pagehide", leave);
  return () => {
    unsubscribe();
    window.removeEventListener("popstate", follow);
    window.removeEventListener("pagehide", leave);
    if (timer !== null) clearTimeout(timer);
  };
}

/** The address, without its origin, that opens what the state shows. */
export function toAddress({ view, focus, index }: DashboardState, opening: View): string {
  const query = encodeViewLink(view, focus, index, opening);
  return query === "" ? window.location.pathname : `${window.location.pathname}?${query}`;
}
