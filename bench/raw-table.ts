import type pg from "pg";
import { toWorldPoint } from "@/core/geo/mercator";
import { toSyntheticEvents } from "@/scripts/generate-model";
import { COMMON_WORD, DAY, FROM_DAY, RARE_WORD, TO_DAY } from "./asked";
import { copyRows } from "./copy-rows";
import type { Plan } from "./plan";
import { type Statement, type Timing, timeStatement } from "./statement";

/** No event of the generator lasts longer. */
const LONGEST = 361 * DAY;
const CELLS_ACROSS = 64;

const COLUMNS = `
  id bigint primary key,
  start bigint not null,
  "end" bigint not null,
  lon float8 not null,
  lat float8 not null,
  cell smallint not null,
  category text not null,
  title text not null`;

/** The indexes that a careful hand would try, one after the other, and what is asked once each is there. */
const STAGES: readonly { readonly index: string | null; readonly toWays: (table: string) => Statement[] }[] =
  [
    { index: null, toWays: (table) => [cells(table, "sequential scan"), months(table, "sequential scan")] },
    { index: "(start)", toWays: (table) => [cells(table, "btree(start)"), months(table, "btree(start)")] },
    {
      index: '(start) include ("end", cell)',
      toWays: (table) => [cells(table, "covering btree, index-only")],
    },
    {
      index: "using gin (to_tsvector('simple', title))",
      toWays: (table) => [
        ...search(table, "search, common word", COMMON_WORD),
        ...search(table, "search, rare word", RARE_WORD),
      ],
    },
  ];

/** Asks a bare table of the benchmark's events Dateline's questions, index after index; it stays, for the next run. */
export async function measureRawTable(client: pg.Client, events: number, plan: Plan): Promise<Timing[]> {
  const table = `bench_raw_${events}`;
  if (!(await isThere(client, table, events, plan.seed))) await fill(client, table, events, plan.seed);
  // Marks every page as visible to all, without which an index alone cannot answer.
  await client.query(`vacuum analyze ${table}`);
  const timings: Timing[] = [];
  for (const [stage, { toWays }] of STAGES.entries()) {
    // What a later stage adds is away only for as long as this one takes.
    await client.query("begin");
    for (let later = stage + 1; later < STAGES.length; later += 1) {
      await client.query(`drop index ${toIndexName(table, later)}`);
    }
    for (const way of toWays(table)) timings.push(await timeStatement(client, way, events, plan.runs));
    await client.query("rollback");
  }
  return timings;
}

// As an unlogged table it may be empty after a crash, and that of an older benchmark may be another.
async function isThere(client: pg.Client, table: string, events: number, seed: number): Promise<boolean> {
  const { rows } = await client.query<{ recipe: string | null }>(
    "select obj_description(to_regclass($1), 'pg_class') as recipe",
    [table],
  );
  if (rows[0]?.recipe !== toRecipe(seed)) return false;
  const counted = await client.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(counted.rows[0]?.count) === events;
}

async function fill(client: pg.Client, table: string, events: number, seed: number): Promise<void> {
  await client.query("begin");
  await client.query(`drop table if exists ${table}`);
  await client.query(`create unlogged table ${table} (${COLUMNS})`);
  await copyRows(client, `copy ${table} from stdin`, toLines(events, seed));
  for (const [stage, { index }] of STAGES.entries()) {
    if (index !== null) await client.query(`create index ${toIndexName(table, stage)} on ${table} ${index}`);
  }
  await client.query(`comment on table ${table} is ${client.escapeLiteral(toRecipe(seed))}`);
  await client.query("commit");
}

function toRecipe(seed: number): string {
  return [`seed ${seed}`, COLUMNS, ...STAGES.map(({ index }) => index)].join("\n");
}

function toIndexName(table: string, stage: number): string {
  return `${table}_${stage}`;
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

function cells(table: string, way: string): Statement {
  const sql = `select cell, count(*) from ${table}
    where start < $2 and start > $1 - ${LONGEST}::bigint and "end" > $1 group by cell`;
  return { question: "window + cells", side: "raw", way, sql, params: [FROM_DAY * DAY, TO_DAY * DAY] };
}

function months(table: string, way: string): Statement {
  const sql = `select date_trunc('month', timestamp 'epoch' + start * interval '1 millisecond') as month, count(*)
    from ${table} group by month`;
  return { question: "month histogram", side: "raw", way, sql, params: [] };
}

function search(table: string, question: Statement["question"], word: string): Statement[] {
  const orders = [
    { way: "gin(tsvector) and btree(start), 50 oldest", order: "start" },
    { way: "gin(tsvector) and btree(start), 50 newest", order: "start desc" },
  ];
  return orders.map(({ way, order }) => {
    const sql = `select id, title from ${table}
      where to_tsvector('simple', title) @@ plainto_tsquery('simple', $1) order by ${order} limit 50`;
    return { question, side: "raw", way, sql, params: [word] };
  });
}
