import type { Crowd } from "@/core/brush/crowd";
import { toPartialIndex } from "@/core/record/dataset-index";
import type { Dataset } from "@/core/record/record";
import type { Milliseconds } from "@/core/time/instant";
import { mergeRecords, pickEvent } from "@/wire/records";
import type { CrowdFeed, CrowdQuery } from "./crowd-feed";
import { includes, selectCounted, selectFullKey, selectKey } from "./crowd-selectors";
import { type Progress, toServerFilters } from "./crowd-state";
import { type DetailWish, toDetailWish, toPatchWish } from "./crowd-wishes";
import { holdRecords, renewRecords } from "./hold-records";
import { createRequest } from "./requests";
import { selectMode } from "./selectors";
import { locateStep } from "./step-in-crowd";
import { actions, type DashboardState, type DashboardStore } from "./store";

// A hand that rests this long is asked for: shorter, a drag would load at every halt; longer is felt as waiting.
const REST: Milliseconds = 120;
const PAUSE_IN_TYPING: Milliseconds = 160;

/**
 * Keeps a crowd's numbers and events in step with the view: the whole anew for other filters, and at rest what is
 * finer for the window. What is on the screen stays until the new is there. Returns the function that ends it.
 */
export function connectCrowd(store: DashboardStore, feed: CrowdFeed): () => void {
  const fail = () => setProgress("failed");
  const whole = createRequest(fail);
  const detail = createRequest(fail);
  const patch = createRequest(fail);
  const exact = createRequest(fail);
  const event = createRequest(fail);
  const selected = createRequest(fail);
  const atRest = createTimer(loadFiner);
  const afterTyping = createTimer(loadWhole);

  function setProgress(kind: Progress["kind"]): void {
    const progress = store.getState().crowd?.progress;
    if (progress && progress.kind !== kind) actions.setCrowd(store, { progress: { ...progress, kind } });
  }

  function loadWhole(): void {
    const state = store.getState();
    const key = selectKey(state);
    if (state.crowd?.whole?.key === key) {
      whole.cancel();
      setProgress("rest");
      return loadFiner();
    }
    setProgress("waiting");
    whole.run(
      key,
      (signal) => feed.loadCrowd(toQuery(state), null, signal),
      (value) => takeWhole(key, value),
    );
  }

  function takeWhole(key: string, value: Crowd | null): void {
    if (value === null) return fail();
    const change = { whole: { key, value }, patch: null, exact: null };
    const show = () => {
      actions.setCrowd(store, change);
      setProgress("rest");
      loadFiner();
    };
    const state = store.getState();
    const wish =
      selectMode(state) === "events" && state.crowd
        ? toDetailWish({ ...state, crowd: { ...state.crowd, ...change } })
        : null;
    // Few events come together with their numbers, so that no picture flashes by between two.
    if (wish) loadDetail(wish, show);
    else show();
  }

  /** The same numbers and events anew, since somebody changed them; what is shown stays until they are there. */
  function renew(): void {
    const state = store.getState();
    const key = selectKey(state);
    for (const request of [whole, detail, patch, exact]) request.cancel();
    whole.run(
      key,
      (signal) => feed.loadCrowd(toQuery(state), null, signal),
      (value) => takeRenewed(key, value),
    );
    renewSelected(state);
  }

  function takeRenewed(key: string, value: Crowd | null): void {
    const state = store.getState();
    if (value === null || !state.crowd) return fail();
    const change = { whole: { key, value }, patch: null, exact: null };
    const renewed = { ...state.crowd, ...change, detail: null };
    const show = () => {
      actions.setCrowd(store, change);
      setProgress("rest");
      loadFiner();
    };
    const wish = state.crowd.detail && toDetailWish({ ...state, crowd: renewed });
    if (wish) return loadDetail(wish, show);
    forgetOthers(store);
    actions.setCrowd(store, { detail: null });
    show();
  }

  function renewSelected({ index, focus, view }: DashboardState): void {
    const held = focus.eventId === null ? undefined : index.events.get(focus.eventId);
    if (!held) return selected.cancel();
    selected.run(
      held.id,
      (signal) => feed.loadEvent(held.slug, view.reportedBy, signal),
      (found) => {
        if (store.getState().focus.eventId !== held.id) return;
        if (found) renewRecords(store, found.records);
        else actions.clearSelection(store);
      },
    );
  }

  function loadDetail({ key, query, range }: DetailWish, then: () => void = () => {}): void {
    detail.run(
      `${key} ${range.start} ${range.end}`,
      (signal) => feed.loadSlice(query, range, signal),
      (slice) => {
        if (slice) showSlice(store, slice, { key, query, range });
        then();
      },
    );
  }

  function loadFiner(): void {
    const state = store.getState();
    const { crowd } = state;
    if (!crowd?.whole || crowd.whole.key !== selectKey(state)) return;
    const few = toDetailWish(state);
    if (few) loadDetail(few);
    else detail.cancel();
    loadPatch(state, crowd.whole.key);
    const counted = selectCounted(state);
    const isRough = counted !== null && counted.crowd.resolution > 0 && counted.exact === null;
    if (isRough && selectMode(state) === "crowd") loadExact(state);
  }

  function loadPatch(state: DashboardState, key: string): void {
    const wish = toPatchWish(state);
    const { patch: known = null } = state.crowd ?? {};
    if (!wish) {
      patch.cancel();
      const isLeft = known !== null && !includes(known.range, state.view.window);
      if (isLeft) actions.setCrowd(store, { patch: null });
      return;
    }
    patch.run(
      JSON.stringify([key, wish]),
      (signal) => feed.loadCrowd(toQuery(state), wish, signal),
      (value) => {
        if (value === null) return;
        actions.setCrowd(store, { patch: { key, value, ...wish } });
        loadFiner();
      },
    );
  }

  function loadExact(state: DashboardState): void {
    const key = selectFullKey(state);
    const { window, filters, reportedBy } = state.view;
    exact.run(
      `${key} ${window.start} ${window.end}`,
      (signal) => feed.loadCounts({ filters, reportedBy }, window, signal),
      (value) => {
        actions.setCrowd(store, { exact: { key, value } });
        loadFiner();
      },
    );
  }

  function bringWanted(state: DashboardState): void {
    const wanted = state.crowd?.wanted;
    if (!wanted) return event.cancel();
    event.run(
      JSON.stringify([wanted, state.focus.eventId]),
      (signal) =>
        wanted.kind === "event"
          ? feed.loadEvent(wanted.slug, state.view.reportedBy, signal)
          : locateStep(state, wanted.direction, feed, signal),
      (found) => {
        actions.setCrowd(store, { wanted: null });
        if (!found) return;
        holdRecords(store, found.records);
        const slug = wanted.kind === "event" ? wanted.passage : null;
        const passage = store.getState().index.dataset.passages.find((other) => other.slug === slug);
        actions.selectEvent(store, found.event.id, passage?.id ?? null);
      },
    );
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (!state.crowd || !before.crowd) return;
    if (state.view.filters.q !== before.view.filters.q) afterTyping.start(PAUSE_IN_TYPING);
    else if (selectKey(state) !== selectKey(before)) loadWhole();
    if (state.crowd.edition !== before.crowd.edition) renew();
    if (state.crowd.progress.attempt !== before.crowd.progress.attempt) loadWhole();
    if (state.crowd.wanted !== before.crowd.wanted) bringWanted(state);
    if (state.view !== before.view || state.crowd.sight !== before.crowd.sight) atRest.start(REST);
  });
  const endFollowing = feed.follow((overview) => {
    const { crowd } = store.getState();
    if (crowd) actions.setCrowd(store, { overview, edition: crowd.edition + 1 });
  });
  loadWhole();
  bringWanted(store.getState());
  return () => {
    unsubscribe();
    endFollowing();
    atRest.stop();
    afterTyping.stop();
    for (const request of [whole, detail, patch, exact, event, selected]) request.cancel();
  };
}

// What else is held may be other by now, and is asked for again where it is opened.
function forgetOthers(store: DashboardStore): void {
  store.setState(({ index: { dataset }, focus }) => ({
    index: toPartialIndex({ ...dataset, ...pickEvent(dataset, focus.eventId) }),
  }));
}

function showSlice(store: DashboardStore, slice: Dataset, { key, range }: DetailWish): void {
  const { index, focus, crowd } = store.getState();
  const records = mergeRecords(pickEvent(index.dataset, focus.eventId), slice);
  const matches = new Set(slice.events.map(({ id }) => id));
  store.setState({
    index: toPartialIndex({ ...index.dataset, ...records }),
    matches,
    crowd: crowd && { ...crowd, detail: { key, range } },
  });
}

// A category is let through or not by the browser, at once.
function toQuery({ view }: DashboardState): CrowdQuery {
  return { filters: toServerFilters(view.filters), reportedBy: view.reportedBy };
}

function createTimer(act: () => void): { start: (delay: Milliseconds) => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start(delay) {
      clearTimeout(timer);
      timer = setTimeout(act, delay);
    },
    stop: () => clearTimeout(timer),
  };
}
