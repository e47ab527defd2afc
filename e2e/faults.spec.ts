import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { locateFreePort } from "@/scripts/free-port";
import { applyMigrations } from "@/scripts/migrate";
import { type Program, startProgram } from "@/scripts/program";
import { createThrowawayDatabase } from "@/scripts/throwaway-database";
import { openThrowawayServer } from "@/scripts/throwaway-server";
import { begin, expectAllOnce, loadTitles, post, toEvent } from "./newsdesk";

// Twenty are the goal, and told with their times; so many are tried whenever all tests run, on whatever machine.
const KILLS = Number(process.env.DATELINE_KILLS ?? 4);
const IS_TIMED = process.env.DATELINE_KILLS !== undefined;
const WRITERS = 4;
const SOON = { timeout: 20_000, intervals: [20] };
const STREAMS = 200;

type Own = { readonly url: string; readonly port: number; readonly close: () => Promise<void> };

async function openOwn(): Promise<Own> {
  const server = await openThrowawayServer();
  const database = await createThrowawayDatabase(server.url);
  await applyMigrations(database.url);
  return {
    url: database.url,
    port: await locateFreePort(),
    async close() {
      await database.drop();
      server.close();
    },
  };
}

test("no write that was acknowledged is lost, however often the server is killed", async () => {
  test.setTimeout(60_000 + KILLS * 20_000);
  const own = await openOwn();
  const asked = new Set<string>();
  const acknowledged = new Set<string>();
  const absences: number[] = [];
  let program: Program = await startProgram(own.url, "127.0.0.1", own.port);
  try {
    await begin(own.port);
    for (let kill = 0; kill < KILLS; kill++) {
      let isOver = false;
      const write = async () => {
        while (!isOver) {
          const title = randomUUID();
          asked.add(title);
          const status = await post(own.port, "/faults/events", toEvent(title), title).catch(() => null);
          if (status === null) return;
          expect(status).toBe(201);
          acknowledged.add(title);
        }
      };
      const before = acknowledged.size;
      const writers = Array.from({ length: WRITERS }, write);
      await expect.poll(() => acknowledged.size, SOON).toBeGreaterThan(before + 5 + (kill % 7));
      // Each writer waits for an answer that it will not get.
      isOver = true;
      await program.kill();
      await Promise.all(writers);
      const died = performance.now();
      program = await startProgram(own.url, "127.0.0.1", own.port);
      absences.push(performance.now() - died);
    }
    if (IS_TIMED) expect(Math.max(...absences)).toBeLessThan(5000);
    // None is lost before anybody asks again.
    const kept = await loadTitles(own.url);
    expect([...acknowledged].filter((title) => !kept.has(title))).toEqual([]);
    await expectAllOnce(own.port, own.url, asked);
  } finally {
    await program.stop();
    await own.close();
  }
});

test(`a server that is asked to end does so in order with ${STREAMS} streams open`, async () => {
  test.slow();
  const own = await openOwn();
  const program = await startProgram(own.url, "127.0.0.1", own.port);
  try {
    await begin(own.port);
    const address = `http://127.0.0.1:${own.port}/api/v1/dossiers/faults/live`;
    const streams = await Promise.all(
      Array.from({ length: STREAMS }, async () => {
        const response = await fetch(address, { headers: { "accept-encoding": "gzip, br" } });
        expect(response.headers.get("content-encoding")).toBeNull();
        return response.body?.getReader() ?? expect(response.body).not.toBeNull();
      }),
    );
    const readers = streams.filter((reader) => reader !== undefined);
    expect(readers).toHaveLength(STREAMS);
    // What is sent arrives at once: nothing on the way waits for more.
    const heard = readers.map(async (reader) => {
      let text = "";
      while (!text.includes("event: change")) {
        const { value, done } = await reader.read();
        if (done) throw new Error("A stream ended before it told of the change.");
        text += new TextDecoder().decode(value);
      }
    });
    const [status] = await Promise.all([post(own.port, "/faults/events", toEvent("Heard by all")), ...heard]);
    expect(status).toBe(201);
    // It is killed after eight seconds, and does not end by itself then.
    await program.stop();
    expect(await program.ended).not.toBe(1);
  } finally {
    await program.stop();
    await own.close();
  }
});
