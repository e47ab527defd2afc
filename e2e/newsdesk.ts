import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect } from "@playwright/test";
import pg from "pg";
import { quote, REPORT } from "@/test/newsroom/report";

const SOURCE = { title: "Report", publisher: "Test Press", language: "en", publishedOn: "2024-03-04" };

export const toEvent = (title: string) => ({
  ...{ title, category: "diplomacy", when: "2024-03-03" },
  citations: [quote("The ministers met on Sunday.", { when: "2024-03-03" })],
});

export async function post(
  port: number,
  path: string,
  body: unknown,
  key: string = randomUUID(),
): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/dossiers${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Makes the dossier `faults` with one source, of which `toEvent` makes events. */
export async function begin(port: number): Promise<void> {
  expect(await post(port, "", { title: "Faults", zone: "UTC", slug: "faults" })).toBe(201);
  const text = { coverage: "full", text: REPORT };
  expect(await post(port, "/faults/sources", { ...SOURCE, ...text })).toBe(201);
}

/**
 * Sends everything that was asked for once more, as whoever was not answered does, and holds what is there then
 * against it: each event once, each with its revision, nothing besides.
 */
export async function expectAllOnce(port: number, url: string, asked: ReadonlySet<string>): Promise<void> {
  for (const title of asked) {
    expect(await post(port, "/faults/events", toEvent(title), title)).toBe(201);
  }
  const faults = `from dossier d join event e on e."dossierId" = d.id where d.slug = 'faults'`;
  const { rows } = await query(url, `select e.title ${faults}`);
  expect(rows.map(({ title }) => title).toSorted()).toEqual([...asked].toSorted());
  const revisions = await query(
    url,
    `select from dossier d join revision r on r."dossierId" = d.id
    where d.slug = 'faults' and r."subjectKind" = 'event'`,
  );
  expect(revisions.rowCount).toBe(asked.size);
  expect(await verify(url)).toBe(0);
}

/** The titles of the events that are there. */
export async function loadTitles(url: string): Promise<ReadonlySet<string>> {
  const { rows } = await query(url, "select title from event");
  return new Set(rows.map(({ title }) => title));
}

async function query(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Holds every passage against its source, and every count against the events; gives the exit code. */
async function verify(url: string): Promise<number> {
  const command = ["--import", "tsx", "--conditions=react-server", "scripts/verify.ts"];
  const env = { ...process.env, DATABASE_URL: url };
  const [code] = await once(spawn(process.execPath, command, { env, stdio: "inherit" }), "exit");
  return code;
}
