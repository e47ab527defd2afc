// Plain JavaScript without packages: it runs before there are any.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LEAST_NODE = [20, 19];

/** Installs what package-lock.json names unless it is there, then runs a TypeScript file with the rest of the line. */
export function runInstalled(script) {
  process.chdir(ROOT);
  checkNode();
  installMissing();
  const args = ["--import", "tsx", "--conditions=react-server", script, ...process.argv.slice(2)];
  // Over the channel the child notices if this process is killed.
  const child = spawn(process.execPath, args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  // Ctrl-C reaches the child by itself, other signals only us; either way it is the child that decides when it is done.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  fail(`Dateline needs Node ${LEAST_NODE.join(".")} or later; this is ${process.versions.node}.`);
}

function installMissing() {
  const stamp = join("node_modules", ".dateline-lock");
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(stamp) ? readFileSync(stamp, "utf8") === lock : isInstalledByHand()) return;
  process.stderr.write("Installing packages…\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // Building takes the development packages too, whatever NODE_ENV says.
  const result = spawnSync(npm, ["ci", "--include=dev", "--no-progress"], {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (result.status !== 0)
    fail(`The packages could not be installed.\n${result.stdout ?? ""}${result.stderr ?? result.error}`);
  writeFileSync(stamp, lock);
}

// By npm itself, after the lock file was last written.
function isInstalledByHand() {
  const trace = join("node_modules", ".package-lock.json");
  return existsSync(trace) && statSync(trace).mtimeMs > statSync("package-lock.json").mtimeMs;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
