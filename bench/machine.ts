import { arch, cpus, platform, release, totalmem } from "node:os";
import pg from "pg";

/** What the figures depend on; nothing that tells whose machine it is. */
export type Machine = {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  readonly postgres: string;
};

export async function describeMachine(browser: string, databaseUrl: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string; buffers: string }>(
    "select current_setting('server_version') as version, current_setting('shared_buffers') as buffers",
  );
  await client.end();
  const [settings] = rows;
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release().split("-")[0]}, ${arch()}`,
    node: process.versions.node,
    browser: `Chromium ${browser}`,
    postgres: `${settings?.version}, shared buffers ${settings?.buffers}`,
  };
}
