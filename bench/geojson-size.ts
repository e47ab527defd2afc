import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { toSyntheticEvents } from "@/scripts/generate-model";
import { toMedian } from "./quantiles";

/** Events as most map programs send them: GeoJSON without titles. Bytes, and milliseconds to parse them. */
export type GeoJsonSize = {
  readonly events: number;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly parseMs: number;
};

const PARSES = 7;
// What servers use for answers that are not kept: more would take longer than it saves.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export function measureGeoJson(events: number, seed: number): GeoJsonSize {
  const features = Array.from(toSyntheticEvents(events, seed), ({ start, end, lon, lat, category }) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { start: new Date(start).toISOString(), end: new Date(end).toISOString(), category },
  }));
  const text = JSON.stringify({ type: "FeatureCollection", features });
  const times = Array.from({ length: PARSES }, () => {
    const started = performance.now();
    JSON.parse(text);
    return performance.now() - started;
  });
  return {
    events,
    raw: Buffer.byteLength(text),
    gzip: gzipSync(text).length,
    brotli: brotliCompressSync(text, BROTLI).length,
    parseMs: toMedian(times),
  };
}
