import pg from "pg";
import { unlessAway } from "../database-away";

const CONNECT_TIMEOUT_MS = 3000;
// One at a time, and every row of it is sorted and summed: compiling statements gains nothing, spilling to disk costs
// most of the time.
const OPTIONS = "-c jit=off -c work_mem=256MB";

/** A connection for writing by the million; whoever opens it ends it. */
export async function openBulkClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: OPTIONS,
  });
  // A connection that breaks is heard of by the statement that runs on it.
  client.on("error", () => {});
  await unlessAway(() => client.connect());
  return client;
}
