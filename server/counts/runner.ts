import type pg from "pg";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "../db";

/** Runs statements inside somebody's transaction: Prisma's for a single change, a bare client's for an import. */
export type Runner = {
  /** Runs a statement; gives the number of rows that it touched. */
  readonly execute: (sql: Prisma.Sql) => Promise<number>;
  readonly query: <Row>(sql: Prisma.Sql) => Promise<Row[]>;
};

export function toPrismaRunner(tx: Transaction): Runner {
  return { execute: (sql) => tx.$executeRaw(sql), query: (sql) => tx.$queryRaw(sql) };
}

export function toClientRunner(client: pg.ClientBase): Runner {
  const run = ({ text, values }: Prisma.Sql) => client.query({ text, values: [...values] });
  return {
    execute: async (sql) => (await run(sql)).rowCount ?? 0,
    query: async (sql) => (await run(sql)).rows,
  };
}
