import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { loadEnv } from "@/server/env";

export type Program = {
  /** Ends the server, at the latest after eight seconds. */
  readonly stop: () => Promise<void>;
  /** Ends it as a failing machine would, at once and unprepared. */
  readonly kill: () => Promise<void>;
  /** Resolves to its exit code once it has ended, by itself or not. */
  readonly ended: Promise<number>;
};

const LONGEST_START_MS = 60_000;
const LONGEST_STOP_MS = 8000;

/** Runs the built server until it is ready; throws if it ends before that. */
export async function startProgram(url: string, host: string, port: number): Promise<Program> {
  const child = spawn(
    process.execPath,
    [
      ...["--import", "./scripts/end-with-parent.mjs", "--import", "./scripts/tell-peer.mjs"],
      ".next/standalone/server.js",
    ],
    {
      // The server's own greeting is not for the reader; what goes wrong is.
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        HOSTNAME: host,
        PORT: String(port),
        DATABASE_URL: url,
        // The server works in a folder of its own, which the next build empties.
        DATELINE_DATA: resolve(loadEnv().dataFolder),
        NEXT_TELEMETRY_DISABLED: "1",
      },
      // Ctrl-C reaches the whole group: the server must hear of it from us, in order, and not by itself.
      detached: true,
    },
  );
  const ended = new Promise<number>((settle) => child.once("exit", (code) => settle(code ?? 1)));
  const program: Program = { ended, stop: () => stop(child, ended), kill: () => kill(child, ended) };
  const address = `http://${toReachable(host)}:${port}/readyz`;
  const giveUp = Date.now() + LONGEST_START_MS;
  while (!(await answers(address))) {
    const isGone = child.exitCode !== null || Date.now() > giveUp;
    if (isGone) {
      await program.stop();
      throw new Error("The server did not start; see above.");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return program;
}

/** The address under which a host that the server listens on can be reached from this machine. */
export function toReachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

/** Throws unless this process could listen there. */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "something else listens there already" : error.message;
      reject(new Error(`PORT ${port} on HOST ${host} cannot be used: ${reason}.`));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function kill(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), LONGEST_STOP_MS);
  await ended;
  clearTimeout(timer);
}
