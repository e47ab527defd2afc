import { createColumnsCrowd } from "@/core/brush/columns";
import type { Crowd } from "@/core/brush/crowd";
import { createCubeCrowd } from "@/core/brush/cube";
import type { ExactCounts } from "@/core/brush/exact";
import { NO_CELL } from "@/core/brush/world";
import { CATEGORIES } from "@/core/record/vocabulary";
import type { Instant } from "@/core/time/instant";
import type { CrowdFeed, Page, PagePosition } from "@/state/crowd-feed";
import type { WireCounts, WireEventsPage } from "@/wire/api";
import { toCrowdAddress } from "@/wire/crowd-address";
import { toCursorBefore, toUndatedCursor } from "@/wire/cursor";
import { decodeDataset } from "@/wire/dataset";
import { decodeEvent } from "@/wire/event-records";
import type { Decoded } from "./decode-worker";

/** Feeds the dashboard of a dossier of many events from this program's own interface. */
export function createCrowdFeed(slug: string, follow: CrowdFeed["follow"]): CrowdFeed {
  const decode = createDecoder();
  return {
    follow,
    async loadCrowd(query, part, signal) {
      const address = toCrowdAddress(slug, "crowd", { range: null, box: null, ...query, ...part });
      const response = await ask(address, signal, [TOO_MANY]);
      if (response.status === TOO_MANY) return null;
      const type = response.headers.get("content-type") ?? "";
      return decode(new Uint8Array(await response.arrayBuffer()), type);
    },
    async loadCounts(query, range, signal) {
      const response = await ask(toCrowdAddress(slug, "counts", { ...query, range, box: null }), signal);
      return toExactCounts(await response.json());
    },
    async loadSlice(query, range, signal) {
      const address = toCrowdAddress(slug, "dataset", { ...query, range, box: null });
      const response = await ask(address, signal, [TOO_MANY]);
      return response.status === TOO_MANY ? null : decodeDataset(await response.json());
    },
    async loadPage({ from, limit, ...query }, signal) {
      const cursor = toCursor(from);
      const more = { limit: String(limit), ...(cursor === null ? {} : { cursor }) };
      const response = await ask(toCrowdAddress(slug, "events", query, more), signal);
      return decodePage(await response.json());
    },
    async loadEvent(event, reportedBy, signal) {
      const as = reportedBy === null ? "" : `?as=${reportedBy}`;
      const response = await ask(`/api/v1/dossiers/${slug}/events/${event}${as}`, signal, [404]);
      return response.status === 404 ? null : decodeEvent(await response.json());
    },
  };
}

function decodePage({ items, next }: WireEventsPage): Page {
  return { items: items.map(decodeEvent), next };
}

const TOO_MANY = 413;

async function ask(
  address: string,
  signal: AbortSignal,
  expected: readonly number[] = [],
): Promise<Response> {
  const response = await fetch(address, { signal });
  if (!response.ok && !expected.includes(response.status)) {
    throw new Error(`${address.split("?")[0]}: the server answered ${response.status}.`);
  }
  return response;
}

function toCursor(from: PagePosition): string | null {
  switch (from.kind) {
    case "start":
      return null;
    case "cursor":
      return from.cursor;
    case "instant":
      return toCursorBefore(from.at);
    case "undated":
      return toUndatedCursor();
  }
}

function toExactCounts({ from, to, placed, unplaced, level, cells }: WireCounts): ExactCounts {
  const byCell = new Map<number, number[]>();
  for (const { cell, category, events } of cells) {
    if (cell === NO_CELL) continue;
    const counts = byCell.get(cell) ?? CATEGORIES.map(() => 0);
    counts[CATEGORIES.indexOf(category)] = events;
    byCell.set(cell, counts);
  }
  return {
    range: { start: from as Instant, end: to as Instant },
    placed,
    unplaced,
    level,
    cells: [...byCell.keys()],
    byCategory: [...byCell.values()],
  };
}

/** Reads bytes in a worker: a cube of a million sums would hold up a frame. */
function createDecoder(): (bytes: Uint8Array<ArrayBuffer>, type: string) => Promise<Crowd> {
  let worker: Worker | null = null;
  const waiting = new Map<number, (answer: Decoded) => void>();
  let asked = 0;

  function open(): Worker {
    const opened = new Worker(new URL("./decode-worker.ts", import.meta.url));
    opened.onmessage = ({ data }: MessageEvent<Decoded>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    };
    opened.onerror = () => {
      for (const [id, answer] of waiting) answer({ id, kind: "broken", reason: "the worker could not run" });
      waiting.clear();
    };
    return opened;
  }

  return async (bytes, type) => {
    worker ??= open();
    const id = asked++;
    const answer = new Promise<Decoded>((resolve) => waiting.set(id, resolve));
    worker.postMessage({ id, type, bytes }, [bytes.buffer]);
    const decoded = await answer;
    switch (decoded.kind) {
      case "columns":
        return createColumnsCrowd(decoded.columns);
      case "cube":
        return createCubeCrowd(decoded.cube);
      case "broken":
        throw new Error(`Crowd: ${decoded.reason}.`);
    }
  };
}
