import type pg from "pg";
import { toWorldPoint } from "@/core/geo/mercator";
import { toSyntheticEvents } from "@/scripts/generate-model";
import { DAY, FROM_DAY, TO_DAY } from "./asked-window";
import { copyRows } from "./copy-rows";
import type { Plan } from "./plan";
import { type Statement, type Timing, timeStatement } from "./statement";

/** Rows a second into a table of the benchmark's own. */
export type Copying = { readonly events: number; readonly into: string; readonly rowsPerSecond: number };

/** No event of the generator lasts longer. */
const LONGEST = 361 * DAY;
const CELLS_ACROSS = 64;

const TABLE = `create unlogged table bench_raw (
  id bigint not null,
  start bigint not null,
  "end" bigint not null,
  lon float8 not null,
  lat float8 not null,
  cell smallint not null,
  category text not null,
  title text not null
)`;
const COPY = "copy bench_raw from stdin";

const CELLS = `select cell, count(*) from bench_raw
  where start < $2 and start > $1 - ${LONGEST}::bigint and "end" > $1 group by cell`;
const NEWEST = `select id, title from bench_raw
  where to_tsvector('simple', title) @@ plainto_tsquery('simple', $1) order by start desc limit 50`;

/** The indexes that a careful hand would try, one after the other, and what is asked while each is there. */
const STAGES: readonly { readonly index: string | null; readonly ways: readonly Statement[] }[] = [
  { index: null, ways: [cellsBy("sequential scan"), histogram()] },
  { index: "(start)", ways: [cellsBy("btree(start)")] },
  { index: '(start) include ("end", cell)', ways: [cellsBy("covering btree, index-only")] },
  {
    index: "using gin (to_tsvector('simple', title))",
    ways: [searchFor("search, common word", "security"), searchFor("search, rare word", "saffron")],
  },
];

/** Fills a bare table with the benchmark's events and asks it Dateline's questions, index after index. */
export async function measureRawTable(
  client: pg.Client,
  events: number,
  { seed, runs }: Plan,
): Promise<{ copyings: Copying[]; timings: Timing[] }> {
  const copyings = [
    await copyInto(client, events, seed, "primary key and btree(start)", [
      "alter table bench_raw add primary key (id)",
      "create index on bench_raw (start)",
    ]),
    await copyInto(client, events, seed, "bare table", []),
  ];
  const timings: Timing[] = [];
  for (const { index, ways } of STAGES) {
    if (index !== null) await client.query(`create index on bench_raw ${index}`);
    // Marks every page as visible to all, without which an index alone cannot answer.
    await client.query("vacuum analyze bench_raw");
    for (const way of ways) timings.push(await timeStatement(client, way, events, runs));
  }
  await client.query("drop table bench_raw");
  return { copyings, timings };
}

async function copyInto(
  client: pg.Client,
  events: number,
  seed: number,
  into: string,
  indexes: readonly string[],
): Promise<Copying> {
  await client.query("drop table if exists bench_raw");
  await client.query(TABLE);
  for (const statement of indexes) await client.query(statement);
  const started = performance.now();
  const rows = await copyRows(client, COPY, toLines(events, seed));
  const rowsPerSecond = rows / ((performance.now() - started) / 1000);
  return { events, into, rowsPerSecond };
}

function* toLines(events: number, seed: number): Generator<string> {
  let id = 0;
  for (const { start, end, lon, lat, category, title } of toSyntheticEvents(events, seed)) {
    const [x, y] = toWorldPoint(lon, lat);
    const cell = Math.floor(y * CELLS_ACROSS) * CELLS_ACROSS + Math.floor(x * CELLS_ACROSS);
    yield `${id}\t${start}\t${end}\t${lon}\t${lat}\t${cell}\t${category}\t${title}\n`;
    id += 1;
  }
}

function cellsBy(way: string): Statement {
  return { question: "window + cells", side: "raw", way, sql: CELLS, params: [FROM_DAY * DAY, TO_DAY * DAY] };
}

function histogram(): Statement {
  const sql = `select start / ${7 * DAY} as week, count(*) from bench_raw group by week`;
  return { question: "week histogram", side: "raw", way: "sequential scan", sql, params: [] };
}

function searchFor(question: Statement["question"], word: string): Statement {
  return { question, side: "raw", way: "gin(tsvector), 50 newest", sql: NEWEST, params: [word] };
}
