import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/generated/prisma/client";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

/** How long to wait for the database, in milliseconds; 0 is for ever. */
export type Patience = { readonly connect: number; readonly statement: number; readonly answer: number };

// A database that is gone must be noticed before a reader gives up: every wait ends within five seconds.
const SERVING: Patience = { connect: 3000, statement: 4000, answer: 5000 };
/** For tools that read or write everything, while nobody waits for a page. */
export const TOOLING: Patience = { connect: 3000, statement: 0, answer: 0 };

const POOL_SIZE = 10;

/** A client with a pool of its own; whoever makes it disconnects it. */
export function createDatabase(connectionString: string, patience: Patience = SERVING): Database {
  const adapter = new PrismaPg(
    {
      connectionString,
      max: POOL_SIZE,
      connectionTimeoutMillis: patience.connect,
      statement_timeout: patience.statement,
      // The server cannot end a statement when it is the server that hangs.
      query_timeout: patience.answer,
    },
    // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
    { onPoolError: ignoreBrokenConnection, onConnectionError: ignoreBrokenConnection },
  );
  return new PrismaClient({ adapter, errorFormat: "minimal" });
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
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set.");
  return DATABASE_URL;
}

function ignoreBrokenConnection(): void {}
