import type pg from "pg";
import { quantile } from "./figures";

/** A way to answer one of the questions that a dashboard asks its database. */
export type Statement = {
  readonly question: Question;
  /** Whose, and how: the best of the raw ways is what Dateline's is held against. */
  readonly side: "Dateline" | "raw";
  readonly way: string;
  readonly sql: string;
  readonly params: readonly unknown[];
};

export const QUESTIONS = [
  "window + cells",
  "month histogram",
  "search, common word",
  "search, rare word",
] as const;
export type Question = (typeof QUESTIONS)[number];

export type Timing = Omit<Statement, "sql" | "params"> & {
  readonly events: number;
  /** In the database alone, neither planning nor travel, in milliseconds. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
};

const WARM_UPS = 2;

/** Runs a statement so many times, after runs that bring its pages into memory. */
export async function timeStatement(
  client: pg.Client,
  { question, side, way, sql, params }: Statement,
  events: number,
  runs: number,
): Promise<Timing> {
  const times: number[] = [];
  for (let run = 0; run < WARM_UPS + runs; run += 1) {
    // Without the clock of each node, which costs more than what it measures.
    const { rows } = await client.query(`explain (analyze, timing off, format json) ${sql}`, [...params]);
    const [plan] = rows[0]["QUERY PLAN"] as { "Execution Time": number }[];
    if (!plan) throw new Error(`${question}, ${way}: the database did not say how long it took.`);
    if (run >= WARM_UPS) times.push(plan["Execution Time"]);
  }
  return {
    question,
    side,
    way,
    events,
    median: quantile(times, 0.5),
    least: Math.min(...times),
    most: Math.max(...times),
  };
}
