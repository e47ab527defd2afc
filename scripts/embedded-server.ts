import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isFree, locateFreePort } from "./free-port";
import {
  borrowOwner,
  canAccess,
  giveTo,
  type Owner,
  prepareBinaries,
  type RunBinary,
} from "./postgres-binaries";
import { isDefunct } from "./processes";

/** A PostgreSQL server that runs from binaries of an npm package. */
export type EmbeddedServer = {
  readonly url: string;
  readonly stop: () => void;
};

/** What a crash may cost: nothing, or everything, where the data is thrown away anyhow and should be fast. */
export type Durability = "durable" | "throwaway";

const SETTINGS: Record<Durability, readonly string[]> = {
  durable: ["max_connections=60", "shared_buffers=256MB"],
  throwaway: [
    "max_connections=100",
    "shared_buffers=64MB",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
  ],
};

/**
 * Starts the server whose files are in `folder`, or finds it running: left over after a crash, or in use by another
 * process. It listens on a free port of the loopback interface, with a password that only its owner can read; one that
 * was killed is started at the port that it had, where whoever used it looks for it.
 */
export async function startEmbeddedServer(
  folder: string,
  durability: Durability = "durable",
): Promise<EmbeddedServer> {
  const owner = borrowOwner();
  const run = prepareBinaries(owner);
  const home = prepareHome(folder, owner);
  const data = join(home, "pg");
  const secret = join(home, "secret");

  if (!existsSync(data)) initialise(data, secret, run, owner);
  const password = readFileSync(secret, "utf8").trim();
  const former = readPort(data);
  const port =
    (await locateRunning(data, former, run)) ??
    (await start(data, run, await toPort(former), SETTINGS[durability]));
  return {
    url: `postgresql://dateline:${password}@127.0.0.1:${port}/postgres`,
    stop: () => void run("pg_ctl", ["stop", "-m", "fast", "-w", "-D", data]),
  };
}

function prepareHome(folder: string, owner: Owner): string {
  mkdirSync(folder, { recursive: true });
  const probe = join(folder, `probe-${process.pid}`);
  mkdirSync(probe, { mode: 0o700 });
  giveTo(owner, probe);
  const isReachable = canAccess(owner, "-w", probe);
  rmSync(probe, { recursive: true });
  if (isReachable) return folder;

  // The project lies below a folder that the borrowed user may not enter, such as /root. Only root comes here, and
  // /var/lib is where a system looks for data to keep.
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const home = join("/var/lib/dateline", name);
  mkdirSync(home, { recursive: true });
  return home;
}

function initialise(data: string, secret: string, run: RunBinary, owner: Owner): void {
  // Set up beside its place and moved there as a whole: what a kill interrupted is never taken for a database.
  const part = `${data}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  giveTo(owner, part);
  const password = randomBytes(18).toString("base64url");
  const passwordFile = join(tmpdir(), `dateline-${randomBytes(8).toString("hex")}`);
  for (const path of [secret, passwordFile]) writeFileSync(path, `${password}\n`, { mode: 0o600 });
  giveTo(owner, passwordFile);
  try {
    const access = ["-U", "dateline", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
    // The same on every system, sorting by code points, yet knowing that É is é in capitals.
    const locale = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const { status, stderr } = run("initdb", ["-D", part, ...access, ...locale, "--no-instructions"]);
    if (status !== 0) throw new Error(`The embedded PostgreSQL could not be set up.\n${stderr}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(part, data);
}

async function start(
  data: string,
  run: RunBinary,
  port: number,
  settings: readonly string[],
): Promise<number> {
  const log = join(data, "server.log");
  const options = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", ...settings]
    .map((setting) => `-c ${setting}`)
    .join(" ");
  const { status } = run("pg_ctl", ["start", "-w", "-t", "60", "-D", data, "-l", log, "-o", options]);
  if (status !== 0) {
    const reason = existsSync(log) ? readFileSync(log, "utf8").slice(-2000) : "";
    throw new Error(`The embedded PostgreSQL did not start.\n${reason}`);
  }
  return port;
}

const toPidFile = (data: string) => join(data, "postmaster.pid");

/** The port of a server that runs on these files, or was killed; `null` after one that ended in order. */
function readPort(data: string): number | null {
  const file = toPidFile(data);
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[3]) || null : null;
}

async function toPort(former: number | null): Promise<number> {
  return former !== null && (await isFree(former)) ? former : locateFreePort();
}

/** Whether a server runs on these files and answers: its port, or `null`. */
async function locateRunning(data: string, port: number | null, run: RunBinary): Promise<number | null> {
  if (port === null || run("pg_ctl", ["status", "-D", data]).status !== 0) return null;
  const file = toPidFile(data);
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  // One that is only just starting does not answer yet.
  for (let attempt = 0; attempt < 20 && !isDefunct(pid); attempt++) {
    if (await answers(port)) return port;
    await wait(100);
  }
  // It was killed and nobody has reaped it, as in a container without an init: its claim on the files is void.
  rmSync(file, { force: true });
  return null;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
