import { once } from "node:events";
import type pg from "pg";

// What pg's own connection can do, though its types do not say so.
type CopyConnection = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

const CHUNK = 1 << 18;
// So much waits in memory that the server never does.
const MOST_WAITING = 1 << 23;

/**
 * Copies lines of PostgreSQL's text format into a table, as `statement` says; returns how many rows it took.
 * Lines are made only as fast as the server takes them.
 */
export function copyRows(client: pg.Client, statement: string, lines: Iterable<string>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let failure: Error | null = null;
    client.query({
      submit: (connection: pg.Connection) => connection.query(statement),
      handleCopyInResponse(connection: CopyConnection) {
        sendLines(connection, lines).then(
          () => connection.endCopyFrom(),
          (error: Error) => connection.stream.destroy(error),
        );
      },
      handleCommandComplete({ text }: { text: string }) {
        rows = Number(text.split(" ")[1]);
      },
      handleError(error: Error) {
        failure = error;
        reject(error);
      },
      handleReadyForQuery() {
        if (failure === null) resolve(rows);
      },
    } as pg.Submittable);
  });
}

async function sendLines(connection: CopyConnection, lines: Iterable<string>): Promise<void> {
  let chunk: string[] = [];
  let length = 0;
  for (const line of lines) {
    chunk.push(line);
    length += line.length;
    if (length < CHUNK) continue;
    connection.sendCopyFromChunk(Buffer.from(chunk.join("")));
    [chunk, length] = [[], 0];
    if (connection.stream.writableLength > MOST_WAITING) await once(connection.stream, "drain");
  }
  connection.sendCopyFromChunk(Buffer.from(chunk.join("")));
}
