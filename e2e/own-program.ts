import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { locateFreePort } from "@/scripts/free-port";
import { openThrowawayServer } from "@/scripts/throwaway-server";
import { openSeverableDatabase, type SeverableDatabase } from "./severable-database";

/** A program beside the one that all tests share, on a database that can be taken from it. */
export type OwnProgram = {
  readonly address: string;
  readonly database: SeverableDatabase;
  readonly stop: () => Promise<void>;
};

/** Starts the built program on a database of its own and waits until it is ready. */
export async function startOwnProgram(): Promise<OwnProgram> {
  const server = await openThrowawayServer();
  const database = await openSeverableDatabase(server.url);
  const port = await locateFreePort();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "scripts/e2e-server.ts", String(port)],
    { env: { ...process.env, DATABASE_URL: database.url }, stdio: ["ignore", "ignore", "inherit"] },
  );
  const ended = once(child, "exit");
  const program: OwnProgram = {
    address: `http://127.0.0.1:${port}`,
    database,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      await database.sever();
      server.close();
    },
  };
  const start = Date.now();
  while (!(await isReady(program.address))) {
    if (child.exitCode !== null || Date.now() - start > LONGEST_START_MS) {
      await program.stop();
      throw new Error("The program did not start; see above.");
    }
    await wait(100);
  }
  return program;
}

const LONGEST_START_MS = 60_000;

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/readyz`)).ok;
  } catch {
    return false;
  }
}
