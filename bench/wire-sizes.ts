import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Columns } from "@/core/brush/columns";
import { toWorld } from "@/core/brush/world";
import { CATEGORIES } from "@/core/record/vocabulary";
import { type SyntheticEvent, toSyntheticEvents } from "@/scripts/generate-model";
import { decodeColumns, encodeColumns } from "@/wire/columns";
import { quantile } from "./figures";

/** The same events, without titles, in one form: bytes, and milliseconds to read them. */
export type WireSize = {
  readonly form: "GeoJSON" | "columns";
  readonly events: number;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly readMs: number;
};

const READS = 9;
// What the program itself compresses with.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Packs events as most map programs send them, and as Dateline does. */
export function measureWireSizes(count: number, seed: number): WireSize[] {
  const events = [...toSyntheticEvents(count, seed)].sort((a, b) => a.start - b.start);
  const text = JSON.stringify({ type: "FeatureCollection", features: events.map(toFeature) });
  const columns = encodeColumns(toColumns(events));
  return [
    { form: "GeoJSON", events: count, ...measure(Buffer.from(text), () => JSON.parse(text)) },
    { form: "columns", events: count, ...measure(columns, () => decodeColumns(columns)) },
  ];
}

function measure(bytes: Uint8Array, read: () => unknown): Omit<WireSize, "form" | "events"> {
  const times = Array.from({ length: READS }, () => {
    const started = performance.now();
    read();
    return performance.now() - started;
  });
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes).length,
    brotli: brotliCompressSync(bytes, BROTLI).length,
    readMs: quantile(times, 0.5),
  };
}

function toFeature({ start, end, lon, lat, category }: SyntheticEvent) {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { start: new Date(start).toISOString(), end: new Date(end).toISOString(), category },
  };
}

function toColumns(events: readonly SyntheticEvent[]): Columns {
  const places = new Map<string, { position: number; lon: number; lat: number }>();
  const positions = Int32Array.from(events, ({ lon, lat }) => {
    const key = `${lon} ${lat}`;
    const known = places.get(key) ?? { position: places.size, lon, lat };
    places.set(key, known);
    return known.position;
  });
  const units = Array.from(places.values(), ({ lon, lat }) => toWorld(lon, lat));
  return {
    begins: Float64Array.from(events, ({ start }) => start),
    ends: Float64Array.from(events, ({ end }) => end),
    places: positions,
    categories: Uint8Array.from(events, ({ category }) => CATEGORIES.indexOf(category)),
    placeX: Int32Array.from(units, ({ x }) => x),
    placeY: Int32Array.from(units, ({ y }) => y),
  };
}
