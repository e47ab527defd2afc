import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { locateFreePort } from "@/scripts/free-port";
import { begin, expectAllOnce, loadTitles, post, toEvent } from "./newsdesk";

// Ten are the goal, and told with their times; so many are tried whenever all tests run, on whatever machine.
const KILLS = Number(process.env.DATELINE_KILLS ?? 2);
const IS_TIMED = process.env.DATELINE_KILLS !== undefined;
const WRITERS = 4;
const SOON = { timeout: 20_000, intervals: [20] };
const PAUSE_MS = 200;
const WHILE_IT_STARTS = { timeout: 60_000, intervals: [100] };

let folder: string;
let port: number;
let program: ChildProcess;

// The whole program as it is started by hand, with the database that comes with it, which loses nothing.
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dateline-killed-"));
  // The user whom the server runs as must be able to pass.
  chmodSync(folder, 0o755);
  port = await locateFreePort();
  const { DATABASE_URL: _, ...env } = process.env;
  program = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", "scripts/serve.ts"], {
    env: { ...env, DATELINE_DATA: folder, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await expect.poll(() => ask("/readyz"), WHILE_IT_STARTS).toBe(200);
});

test.afterEach(async () => {
  program.kill("SIGTERM");
  if (program.exitCode === null) await once(program, "exit");
  rmSync(folder, { recursive: true, force: true });
});

test("no write that was acknowledged is lost, however often PostgreSQL is killed", async () => {
  test.setTimeout(90_000 + KILLS * 15_000);
  await begin(port);
  const asked = new Set<string>();
  const acknowledged = new Set<string>();
  const refusals = new Set<number>();
  const listener = new AbortController();
  const heard = await listenOn(listener.signal);
  const first = readState();
  let isOver = false;
  const writers = Array.from({ length: WRITERS }, async () => {
    while (!isOver) {
      const title = randomUUID();
      asked.add(title);
      // Whoever is refused asks again for the same.
      while (!isOver && !acknowledged.has(title)) {
        const status = await post(port, "/faults/events", toEvent(title), title);
        if (status === 201) acknowledged.add(title);
        else {
          refusals.add(status);
          await wait(PAUSE_MS);
        }
      }
    }
  });
  const seen = new Set<number>();
  const absences: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const before = acknowledged.size;
    await expect.poll(() => acknowledged.size, SOON).toBeGreaterThan(before + 5 + (kill % 7));
    const { pid } = readState();
    process.kill(pid, "SIGKILL");
    const died = performance.now();
    await expect
      .poll(
        async () => {
          const status = await ask("/readyz");
          seen.add(status);
          expect(await ask("/livez")).toBe(200);
          return status === 200 && readState().pid !== pid;
        },
        { timeout: 20_000, intervals: [50] },
      )
      .toBe(true);
    absences.push(performance.now() - died);
  }
  if (IS_TIMED) expect(Math.max(...absences)).toBeLessThan(5000);
  const after = acknowledged.size;
  await expect.poll(() => acknowledged.size).toBeGreaterThan(after);
  isOver = true;
  await Promise.all(writers);
  // Refused is only what could not be done just then, and readiness said so.
  expect([...refusals]).toEqual([503]);
  expect(seen).toEqual(new Set([200, 503]));
  expect([program.exitCode, readState().port]).toEqual([null, first.port]);
  const kept = await loadTitles(toUrl());
  expect([...acknowledged].filter((title) => !kept.has(title))).toEqual([]);
  const missed = () => [...acknowledged].filter((title) => !heard.has(title));
  await expect.poll(missed).toEqual([]);
  await expectAllOnce(port, toUrl(), asked);
  listener.abort();
});

async function ask(path: string): Promise<number> {
  return fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ status }) => status,
    () => 0,
  );
}

/** The slugs of the events that a reader hears of, who comes back after each lost connection as a browser does. */
async function listenOn(signal: AbortSignal): Promise<ReadonlySet<string>> {
  const heard = new Set<string>();
  let last: string | null = null;
  const listen = async (hasBegun: () => void) => {
    const headers: Record<string, string> = last === null ? {} : { "last-event-id": last };
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/dossiers/faults/live`, { headers, signal });
    if (!response.ok || response.body === null) return;
    let rest = "";
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      hasBegun();
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const id = /^id: (.*)$/.exec(line)?.[1];
        if (id) last = id;
        const subject = /^data: .*"event:([^"]+)"/.exec(line)?.[1];
        if (subject) heard.add(subject);
      }
    }
  };
  await new Promise<void>((resolve) => {
    void (async () => {
      while (!signal.aborted) {
        await listen(resolve).catch(() => {});
        await wait(PAUSE_MS);
      }
    })();
  });
  return heard;
}

/** The process that is the server, and where it listens. */
function readState(): { readonly pid: number; readonly port: number } {
  try {
    const lines = readFileSync(join(folder, "pg", "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return { pid: 0, port: 0 };
  }
}

function toUrl(): string {
  const password = readFileSync(join(folder, "secret"), "utf8").trim();
  return `postgresql://dateline:${password}@127.0.0.1:${readState().port}/postgres`;
}
