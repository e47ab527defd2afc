import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { useDatabase } from "@/test/database";
import { makeEvent, openDesk } from "@/test/newsroom/desk";
import { loadDossierId } from "../queries/load-dossier-id";
import { loadNewestChange } from "../queries/load-newest-change";
import { ChangeListener } from "./change-listener";
import { openChangeStream } from "./change-stream";

const { db, url, pool } = await useDatabase();
const listener = new ChangeListener(url);
afterAll(() => listener.endAll());

type Heard = { readonly id: string; readonly subject: string; readonly kind: string };

/** A reader of a stream, who can be asked for the next change that is heard. */
async function listen(slug: string, after: string | null = null, mayHear = async () => true) {
  const dossierId = (await loadDossierId(slug, db)) ?? expect.fail(slug);
  const controller = new AbortController();
  const stream = openChangeStream(dossierId, after, controller.signal, null, mayHear, db, listener);
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  return {
    cancel: () => reader.cancel(),
    abort: () => controller.abort(),
    /** Up to the next change; `null` once the stream has ended. */
    async next(): Promise<Heard | null> {
      for (;;) {
        const found = /id: (\S+)\nevent: change\ndata: (.*)\n\n/.exec(text);
        if (found) {
          text = text.slice(found.index + found[0].length);
          return { id: found[1] ?? "", ...JSON.parse(found[2] ?? "") };
        }
        const { done, value } = await reader.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
      }
    },
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > giveUp) throw new Error("It did not become so within ten seconds.");
    await wait(20);
  }
}

it("tells a second reader of a change within a second", async () => {
  const desk = await openDesk(db, "told");
  const reader = await listen("told");
  await until(() => listener.size === 1);
  const [heard] = await Promise.all([
    reader.next().then((change) => ({ change, at: performance.now() })),
    makeEvent(desk).then(() => performance.now()),
  ]);
  const committed = performance.now();
  expect(heard.change).toMatchObject({ subject: "event:ministers-meet", kind: "created" });
  expect(heard.at - committed).toBeLessThan(1000);
  await reader.cancel();
  expect(listener.size).toBe(0);
});

it("catches up on what was missed, once and in order", async () => {
  const desk = await openDesk(db, "missed");
  const dossierId = (await loadDossierId("missed", db)) ?? "";
  const last = await loadNewestChange(db, dossierId);
  await makeEvent(desk, { title: "One" });
  await makeEvent(desk, { title: "Two" });
  const reader = await listen("missed", last);
  expect(await reader.next()).toMatchObject({ subject: "event:one" });
  const two = await reader.next();
  expect(two).toMatchObject({ subject: "event:two" });
  await makeEvent(desk, { title: "Three" });
  expect(await reader.next()).toMatchObject({ subject: "event:three" });
  reader.abort();
  expect(await reader.next()).toBeNull();
  expect(listener.size).toBe(0);
  const again = await listen("missed", two?.id ?? "");
  expect(await again.next()).toMatchObject({ subject: "event:three" });
  await again.cancel();
});

it("hears again after its connection was cut, and tells what happened meanwhile", async () => {
  const desk = await openDesk(db, "cut");
  const reader = await listen("cut");
  await makeEvent(desk, { title: "Before" });
  expect(await reader.next()).toMatchObject({ subject: "event:before" });
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen%' and pid <> pg_backend_pid()`,
  );
  await makeEvent(desk, { title: "Meanwhile" });
  expect(await reader.next()).toMatchObject({ subject: "event:meanwhile" });
  await makeEvent(desk, { title: "After" });
  expect(await reader.next()).toMatchObject({ subject: "event:after" });
  await reader.cancel();
});

it("tells of its own dossier alone, by one connection for all, and ends them all at once", async () => {
  const [one, other] = [await openDesk(db, "own"), await openDesk(db, "other")];
  const readers = await Promise.all([listen("own"), listen("own"), listen("own"), listen("other")]);
  await until(() => listener.size === 4);
  await makeEvent(other, { title: "Elsewhere" });
  await makeEvent(one, { title: "Here" });
  const heard = await Promise.all(readers.map((reader) => reader.next()));
  expect(heard.map((change) => change?.subject)).toEqual([
    ...["event:here", "event:here", "event:here", "event:elsewhere"],
  ]);
  const { rows } = await pool.query(
    `select count(*)::int as listening from pg_stat_activity
    where datname = current_database() and query like 'listen%' and pid <> pg_backend_pid()`,
  );
  expect(rows).toEqual([{ listening: 1 }]);
  listener.endAll();
  expect(await Promise.all(readers.map((reader) => reader.next()))).toEqual([null, null, null, null]);
  await until(() => listener.size === 0);
});

it("says nothing of what was taken back", async () => {
  const desk = await openDesk(db, "back");
  const reader = await listen("back");
  await until(() => listener.size === 1);
  await expect(
    desk.change(async (change) => {
      change.record({
        ...{ kind: "changed", subject: "dossier", id: change.dossier.id, slug: "back" },
        ...{ before: null, after: null },
      });
      throw new Error("Taken back.");
    }),
  ).rejects.toThrow("Taken back.");
  await makeEvent(desk, { title: "Real" });
  expect(await reader.next()).toMatchObject({ subject: "event:real" });
  await reader.cancel();
});
