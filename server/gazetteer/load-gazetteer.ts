import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { type Gazetteer, parseGazetteer } from "@/core/geo/gazetteer";

const decompress = promisify(brotliDecompress);

let loading: Promise<Gazetteer> | null = null;

/** The gazetteer that comes with the program: read when it is first asked for, and kept. */
export function loadGazetteer(): Promise<Gazetteer> {
  loading ??= readGazetteer().catch((error: unknown) => {
    // A file that could not be read once may be readable the next time.
    loading = null;
    throw error;
  });
  return loading;
}

async function readGazetteer(): Promise<Gazetteer> {
  const packed = await readFile(path.join(process.cwd(), "server/gazetteer/places.tsv.br"));
  return parseGazetteer((await decompress(packed)).toString("utf8"));
}
