import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/generated/prisma/client";
import { loadEnv } from "./env";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

// A database that is gone must be noticed before a reader gives up: every wait ends within five seconds.
const CONNECT_TIMEOUT_MS = 3000;
const STATEMENT_TIMEOUT_MS = 4000;
// The server cannot end a statement when it is the server that hangs.
const GRACE_MS = 1000;
const POOL_SIZE = 10;

/**
 * What a connection sets before its first statement. Compiling a statement takes longer than all but the largest take
 * to run; and those sort in memory.
 */
export const SESSION_OPTIONS = "-c jit=off -c work_mem=32MB";

/**
 * A client with a pool of its own; whoever makes it disconnects it. No statement runs for longer than `longest`
 * milliseconds: what nobody waits for may take its time.
 */
export function createDatabase(connectionString: string, longest = STATEMENT_TIMEOUT_MS): Database {
  const adapter = new PrismaPg(
    {
      connectionString,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: longest,
      query_timeout: longest + GRACE_MS,
      options: SESSION_OPTIONS,
    },
    // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
    { onPoolError: ignoreBrokenConnection, onConnectionError: ignoreBrokenConnection },
  );
  return new PrismaClient({
    adapter,
    errorFormat: "minimal",
    // On a busy machine the first connection may take longer than the two seconds that Prisma waits by itself; the
    // pool has given up before this.
    transactionOptions: { maxWait: STATEMENT_TIMEOUT_MS + GRACE_MS },
  });
}

/** The process's own client, made on first use from DATABASE_URL. */
export function database(): Database {
  // Kept on globalThis: in development the modules are loaded anew at each change, the pool must not be.
  holder.datelineDatabase ??= createDatabase(connectionString());
  return holder.datelineDatabase;
}

const holder: { datelineDatabase?: Database } = globalThis as typeof globalThis & {
  datelineDatabase?: Database;
};

function connectionString(): string {
  const { databaseUrl } = loadEnv();
  // Who starts the server also starts the embedded database, and hands its address down.
  if (databaseUrl === null) throw new Error("DATABASE_URL: the server was started without a database.");
  return databaseUrl;
}

function ignoreBrokenConnection(): void {}
