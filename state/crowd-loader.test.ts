import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createColumnsCrowd } from "@/core/brush/columns";
import type { Crowd } from "@/core/brush/crowd";
import { createCubeCrowd } from "@/core/brush/cube";
import { toPartialIndex } from "@/core/record/dataset-index";
import type { Dossier, DossierEvent } from "@/core/record/record";
import { DAY, type Instant, type Range, toRange } from "@/core/time/instant";
import { UTC } from "@/core/time/zone";
import { NO_FILTERS } from "@/core/timeline/view";
import { type Point, toColumns, toCube } from "@/test/crowds/random-events";
import type { Overview } from "@/wire/overview";
import { NO_RECORDS } from "@/wire/records";
import type { CrowdFeed } from "./crowd-feed";
import { connectCrowd } from "./crowd-loader";
import { selectCounted, selectTotals } from "./crowd-selectors";
import { createCrowdState } from "./crowd-state";
import { selectMode } from "./selectors";
import { actions, createDashboardStore, type DashboardStore, STOPPED } from "./store";

const FIRST = Date.UTC(2001, 0, 1);
const dossier: Dossier = {
  id: "d",
  slug: "d",
  title: "D",
  summary: "",
  zone: UTC,
  opening: null,
  version: 1,
};

/** Two events a day for three years: 2,190 in all, each a day long. */
const EVENTS: readonly Point[] = Array.from({ length: 2190 }, (_, number) => {
  const begin = FIRST + Math.floor(number / 2) * DAY;
  return { begin, end: begin + DAY, place: number % 5 === 0 ? null : 0, category: number % 2 };
});
const days = (from: number, to: number): Range =>
  toRange((FIRST + from * DAY) as Instant, (FIRST + to * DAY) as Instant);

const columns = createColumnsCrowd(toColumns(EVENTS));
const cube = createCubeCrowd(toCube(EVENTS, 7, 28));

function createStore(window: Range): DashboardStore {
  const overview = {
    dossier,
    events: 2190,
    undated: 0,
    unplaced: 0,
    sources: 1,
    places: 1,
    extent: null,
    facets: [],
  };
  return createDashboardStore({
    index: toPartialIndex({ dossier, changeId: null, ...NO_RECORDS }),
    extent: days(0, 1095),
    view: {
      window,
      playhead: window.start,
      map: null,
      filters: NO_FILTERS,
      reportedBy: null,
      lanesBy: "category",
      clock: "utc",
    },
    focus: { eventId: null, passageId: null, hoveredId: null },
    matches: null,
    player: STOPPED,
    crowd: createCrowdState(overview, null),
  });
}

function createFeed(whole: Crowd | Error) {
  return {
    loadCrowd: vi.fn<CrowdFeed["loadCrowd"]>(async (_, part) => {
      if (part) return columns;
      if (whole instanceof Error) throw whole;
      return whole;
    }),
    loadCounts: vi.fn<CrowdFeed["loadCounts"]>(async (_, range) => ({
      range,
      placed: 7,
      unplaced: 3,
      level: 7,
      cells: [],
      byCategory: [],
    })),
    loadSlice: vi.fn<CrowdFeed["loadSlice"]>(async () => ({ dossier, changeId: null, ...NO_RECORDS })),
    loadPage: vi.fn<CrowdFeed["loadPage"]>(async () => ({ items: [], next: null })),
    loadEvent: vi.fn<CrowdFeed["loadEvent"]>(async () => null),
    follow: vi.fn<CrowdFeed["follow"]>(() => () => {}),
  };
}

const rest = () => vi.advanceTimersByTimeAsync(300);
const sum = (store: DashboardStore) => {
  const { placed, unplaced } = selectTotals(store.getState());
  return placed + unplaced;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("connectCrowd", () => {
  it("counts a window of many events, and asks for none of them", async () => {
    const store = createStore(days(0, 1095));
    const feed = createFeed(columns);
    const end = connectCrowd(store, feed);
    await rest();
    expect([selectMode(store.getState()), sum(store)]).toEqual(["crowd", 2190]);
    expect(feed.loadSlice).not.toHaveBeenCalled();
    expect(feed.loadCounts).not.toHaveBeenCalled();
    end();
  });

  it("brings the events of a window of few, with some on both sides, and keeps them while it moves among these", async () => {
    const store = createStore(days(100, 140));
    const feed = createFeed(columns);
    const end = connectCrowd(store, feed);
    await rest();
    expect(selectMode(store.getState())).toBe("events");
    expect(feed.loadSlice.mock.calls[0]?.[1]).toEqual(days(60, 180));
    actions.setWindow(store, days(110, 150));
    await rest();
    expect(feed.loadSlice).toHaveBeenCalledTimes(1);
    actions.setWindow(store, days(170, 210));
    expect(selectMode(store.getState())).toBe("crowd");
    await rest();
    expect(selectMode(store.getState())).toBe("events");
    end();
  });

  it("asks for finer numbers than a cube's while these are not too many, and counts to the event by them", async () => {
    const store = createStore(days(3, 400));
    const feed = createFeed(cube);
    const end = connectCrowd(store, feed);
    await vi.advanceTimersByTimeAsync(0);
    await rest();
    expect(feed.loadCrowd.mock.calls[1]?.[1]).toMatchObject({ box: null });
    expect(selectCounted(store.getState())?.range).toEqual(days(3, 400));
    expect(sum(store)).toBe(2 * 397);
    end();
  });

  it("lets categories through without asking anybody", async () => {
    const store = createStore(days(0, 1095));
    const feed = createFeed(columns);
    const end = connectCrowd(store, feed);
    await rest();
    actions.setFilters(store, { cat: ["diplomacy"] });
    expect(sum(store)).toBe(1095);
    await rest();
    expect(feed.loadCrowd).toHaveBeenCalledTimes(1);
    end();
  });

  it("keeps the old numbers until those of other filters have come", async () => {
    const store = createStore(days(0, 1095));
    const feed = createFeed(columns);
    const end = connectCrowd(store, feed);
    await rest();
    feed.loadCrowd.mockImplementationOnce(async () => createColumnsCrowd(toColumns(EVENTS.slice(0, 900))));
    actions.setFilters(store, { actor: ["a"] });
    expect([sum(store), store.getState().crowd?.progress.kind]).toEqual([2190, "waiting"]);
    await rest();
    expect([sum(store), store.getState().crowd?.progress.kind]).toEqual([900, "rest"]);
    end();
  });

  it("says when numbers cannot be had, and asks again when it is told to", async () => {
    const store = createStore(days(0, 1095));
    const feed = createFeed(new Error("away"));
    const end = connectCrowd(store, feed);
    await rest();
    expect(store.getState().crowd?.progress.kind).toBe("failed");
    feed.loadCrowd.mockImplementation(async () => columns);
    actions.setCrowd(store, { progress: { kind: "waiting", attempt: 1 } });
    await rest();
    expect([sum(store), store.getState().crowd?.progress.kind]).toEqual([2190, "rest"]);
    end();
  });

  it("has numbers and events anew when somebody changed the dossier, and shows the old until then", async () => {
    const store = createStore(days(100, 140));
    const feed = createFeed(columns);
    const end = connectCrowd(store, feed);
    await rest();
    expect([selectMode(store.getState()), feed.loadSlice.mock.calls.length]).toEqual(["events", 1]);
    const renew = () => tell(store, feed, { events: 900 });
    feed.loadCrowd.mockImplementationOnce(async () => createColumnsCrowd(toColumns(EVENTS.slice(0, 900))));
    renew();
    renew();
    expect(selectMode(store.getState())).toBe("events");
    await rest();
    expect([selectMode(store.getState()), feed.loadSlice.mock.calls.length]).toEqual(["events", 2]);
    expect(store.getState().crowd?.overview.events).toBe(900);
    end();
  });

  it("counts anew, and asks again for the event that is read, which may be gone", async () => {
    const store = createStore(days(0, 1095));
    const feed = createFeed(columns);
    const end = connectCrowd(store, feed);
    await rest();
    const event = { ...HELD, slug: "held" };
    store.setState({
      index: toPartialIndex({ dossier, changeId: null, ...NO_RECORDS, events: [event] }),
      focus: { eventId: event.id, passageId: null, hoveredId: null },
    });
    feed.loadCrowd.mockImplementation(async () => createColumnsCrowd(toColumns(EVENTS.slice(0, 2100))));
    feed.loadEvent.mockImplementationOnce(async () => ({
      event,
      status: "occurred",
      records: { ...NO_RECORDS, events: [{ ...event, title: "Renamed" }] },
    }));
    tell(store, feed, { events: 2100 });
    await rest();
    expect([selectMode(store.getState()), sum(store)]).toEqual(["crowd", 2100]);
    expect(store.getState().index.events.get(event.id)?.title).toBe("Renamed");
    tell(store, feed, { events: 2099 });
    await rest();
    expect(store.getState().focus.eventId).toBeNull();
    end();
  });
});

/** Has the dashboard hear of a change, as the server tells it. */
function tell(store: DashboardStore, feed: ReturnType<typeof createFeed>, told: Partial<Overview>): void {
  const { crowd } = store.getState();
  if (!crowd) throw new Error("It is no crowd.");
  feed.follow.mock.calls[0]?.[0]({ ...crowd.overview, ...told });
}

const HELD: DossierEvent = {
  ...{ id: "e", slug: "e", title: "E", category: "other", when: null, basisId: null, placeId: null },
  ...{ placeRule: null, isLeg: false, originId: null, participations: [], citations: [], version: 1 },
};
