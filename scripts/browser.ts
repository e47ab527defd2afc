import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join, resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { chromium } from "@playwright/test";

export type Browser = {
  readonly executablePath: string;
  /** Where it comes from, in words. */
  readonly origin: string;
  /** What its process needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
};

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
// A download that has not come this far is not going to: most likely there is no network.
const LONGEST_DOWNLOAD_MS = 120_000;
const LONGEST_PROBE_MS = 3000;

/** Finds a Chromium that runs, or brings one; throws saying what to do if there is none to be had. */
export async function locateBrowser(): Promise<Browser> {
  const { DATELINE_CHROMIUM } = process.env;
  if (DATELINE_CHROMIUM) {
    const chosen = probe(DATELINE_CHROMIUM, "DATELINE_CHROMIUM");
    if (!chosen) throw new Error(`DATELINE_CHROMIUM: ${DATELINE_CHROMIUM} is no Chromium that runs.`);
    return chosen;
  }
  const found = probe(chromium.executablePath(), "Playwright") ?? locateInstalled();
  if (found) return found;
  const brought = (await download()) ?? unpack();
  if (brought) return brought;
  throw new Error(
    "No Chromium was found. Run `npx playwright install chromium`, install it with your system's packages, or name " +
      "one in DATELINE_CHROMIUM.",
  );
}

function locateInstalled(): Browser | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const path of [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PATHS]) {
    const browser = probe(path, "the system");
    if (browser) return browser;
  }
  return null;
}

function probe(executablePath: string, origin: string, env: Record<string, string> = {}): Browser | null {
  if (!existsSync(executablePath)) return null;
  // On Windows asking Chrome for its version opens a window.
  if (process.platform === "win32") return { executablePath, origin, env };
  const { status, stdout } = spawnSync(executablePath, ["--version", "--no-sandbox"], {
    env: { ...process.env, ...env },
    timeout: 20_000,
    encoding: "utf8",
  });
  return status === 0 && /Chrom|Edg/.test(stdout) ? { executablePath, origin, env } : null;
}

async function download(): Promise<Browser | null> {
  const isReachable = await fetch("https://cdn.playwright.dev", {
    method: "HEAD",
    signal: AbortSignal.timeout(LONGEST_PROBE_MS),
  }).then(
    () => true,
    () => false,
  );
  if (!isReachable) return null;
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "--only-shell", "chromium"], {
    stdio: "ignore",
    timeout: LONGEST_DOWNLOAD_MS,
  });
  return probe(chromium.executablePath(), "Playwright");
}

/** The Chromium inside an npm package: for Linux on x64 only, but it needs nothing of the system. */
function unpack(): Browser | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const source = resolve("node_modules/@sparticuz/chromium");
  if (!existsSync(join(source, "bin/chromium.br"))) return null;
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as { version: string };
  const folder = resolve("node_modules/.cache", `chromium-${version}`);
  const executable = join(folder, "chromium");
  const read = (name: string) => brotliDecompressSync(readFileSync(join(source, "bin", name)));
  if (!existsSync(executable)) {
    mkdirSync(dirname(executable), { recursive: true });
    for (const name of ["al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br"]) {
      spawnSync("tar", ["xf", "-", "-C", folder], { input: read(name) });
    }
    // Moved to its place as a whole, so that half of it is never taken for a browser.
    writeFileSync(`${executable}.part`, read("chromium.br"), { mode: 0o755 });
    renameSync(`${executable}.part`, executable);
  }
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return probe(executable, `npm (@sparticuz/chromium ${version})`, { LD_LIBRARY_PATH: libraries });
}
