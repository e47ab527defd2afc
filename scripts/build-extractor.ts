import { cpSync, rmSync } from "node:fs";
import { buildSync } from "esbuild";
import { hashFiles, isStamped, putStamp } from "./stamp";

/** The folder of the program that reads documents, with what it reads itself. */
export const EXTRACTOR = "generated/extractor";

/**
 * Bundles the program that reads documents, unless it is there for these sources: one of its own, so that the built
 * server, the development server and the tests start the same.
 */
export function generateExtractor(): void {
  const stamp = `${EXTRACTOR}/.stamp`;
  const hash = hashFiles(["core", "server/extract", "scripts/build-extractor.ts", "package-lock.json"]);
  if (isStamped(stamp, hash)) return;
  rmSync(EXTRACTOR, { recursive: true, force: true });
  buildSync({
    entryPoints: ["server/extract/extractor.ts"],
    outdir: EXTRACTOR,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // PDF.js is most of it, and loaded only for a PDF.
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // PDF.js asks for it to find a canvas, and linkedom has one of its own to offer; neither draws anything here.
    define: { "process.getBuiltinModule": "undefined" },
    external: ["canvas"],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  // How the characters of Chinese, Japanese and Korean documents are numbered.
  cpSync("node_modules/pdfjs-dist/cmaps", `${EXTRACTOR}/cmaps`, { recursive: true });
  putStamp(stamp, hash);
}
