import { randomUUID } from "node:crypto";
import pg from "pg";

export type ThrowawayDatabase = {
  readonly url: string;
  readonly drop: () => Promise<void>;
};

/** Makes an empty database, or a copy of the one whose address is `template`, on the server of `serverUrl`. */
export async function createThrowawayDatabase(
  serverUrl: string,
  template: string | null = null,
): Promise<ThrowawayDatabase> {
  const name = `dateline_test_${randomUUID().replaceAll("-", "")}`;
  const origin = template === null ? "template0" : new URL(template).pathname.slice(1);
  await run(serverUrl, `create database ${name} template ${origin}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => run(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
