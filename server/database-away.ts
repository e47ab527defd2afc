/** The database does not answer, or not in time; what was asked may be asked again. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";

  constructor(cause: unknown) {
    super("The database is away.", { cause });
  }
}

/** Runs a read or write, and throws DatabaseAway in place of the many errors by which a database can be missing. */
export async function unlessAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isAway(error) ? new DatabaseAway(error) : error;
  }
}

// Prisma: cannot reach, timed out reaching, timed out, connection closed, no connection from the pool in time,
// transaction could not start or was closed.
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
// PostgreSQL: statement timeout, shutting down, crashed, starting up, idle timeouts, too many connections, and all
// of class 08 (connection exceptions).
const POSTGRES_CODES = /^(57014|57P0[1235]|53300|25P0[34]|08...)$/;
const SOCKET_CODES =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const DRIVER_KINDS = new Set([
  "DatabaseNotReachable",
  "SocketTimeout",
  "ConnectionClosed",
  "TooManyConnections",
]);
// node-postgres gives these no code.
const DRIVER_MESSAGES =
  /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error/;

function isAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  if (error instanceof DatabaseAway) return true;
  const { code, originalCode, kind, message, cause, meta, errors } = error as Record<string, unknown>;
  return (
    [code, originalCode].some((value) => typeof value === "string" && isAwayCode(value)) ||
    (typeof kind === "string" && DRIVER_KINDS.has(kind)) ||
    (typeof message === "string" && DRIVER_MESSAGES.test(message)) ||
    isAway(cause, depth + 1) ||
    isAway((meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError, depth + 1) ||
    (Array.isArray(errors) && errors.some((inner) => isAway(inner, depth + 1)))
  );
}

function isAwayCode(code: string): boolean {
  return PRISMA_CODES.has(code) || POSTGRES_CODES.test(code) || SOCKET_CODES.test(code);
}
