import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedServer } from "./embedded-server";
import { isRunning } from "./processes";

/** A server on which a test run may make databases, and leaves none. */
export type ThrowawayServer = {
  /** Of a database that is there; it is only for making others. */
  readonly url: string;
  /** Removes the server, where it was started for this run. */
  readonly close: () => void;
};

const PREFIX = "dateline-test-";

/** The operator's server if DATABASE_URL names one, else a new one in a temporary folder. */
export async function openThrowawayServer(): Promise<ThrowawayServer> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return { url: DATABASE_URL, close: () => {} };
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The user whom the server runs as must be able to pass.
  chmodSync(folder, 0o755);
  const { url, stop } = await startEmbeddedServer(folder, "throwaway");
  return {
    url,
    close() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// A test run that was killed could not clean up; its folder bears the number of its process.
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^dateline-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    // Starting a server is how a running one is found.
    await startEmbeddedServer(folder, "throwaway").then(
      ({ stop }) => stop(),
      () => {},
    );
    rmSync(folder, { recursive: true, force: true });
  }
}
