#!/usr/bin/env node
// A developer's tool: stands in for Prisma's native schema engine, which would have to be downloaded. It takes the
// same arguments and speaks the same JSON-RPC over stdin and stdout, but runs the engine's WebAssembly build, of the
// very same hash, over node-postgres. Used with PRISMA_SCHEMA_ENGINE_BINARY=scripts/schema-engine.mjs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const require = createRequire(import.meta.url);
const ENGINE = dirname(require.resolve("@prisma/schema-engine-wasm"));
// What JSON-RPC calls a server's own error, and the id of a message that expects no answer of ours.
const SERVER_ERROR = 4466;
const PRINT_ID = 0x7fffffff;
// PostgreSQL's and Prisma's names for what can go wrong while connecting.
const CONNECTION_CODES = { "3D000": "P1003", ECONNREFUSED: "P1001", "28P01": "P1000" };
// The adapter refuses the types of the catalogue ("char", name, regproc and arrays of them); each is close to one
// that it knows.
const KNOWN_TYPES = {
  18: 1042,
  1003: 1009,
  24: 25,
  2205: 25,
  2206: 25,
  4089: 25,
  4096: 25,
  22: 1005,
  30: 1028,
  194: 25,
  3361: 25,
  3402: 25,
};
const CHAR = 18;

const options = parseArguments(process.argv.slice(2));
const url = options.datasource?.url;
const shadows = new Set();

class Factory extends PrismaPg {
  async connect() {
    return mend(await super.connect());
  }

  // The adapter's own would connect to the main database: the name it sets is overruled by its connection string.
  async connectToShadowDb() {
    const { admin } = toAdmin();
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await query(admin, `create database ${pg.escapeIdentifier(name)}`);
    const shadow = new URL(toPlain(url));
    shadow.pathname = `/${name}`;
    const adapter = await new PrismaPg({ connectionString: shadow.href }, { schema: toSchema() }).connect();
    const dispose = adapter.dispose.bind(adapter);
    const drop = async () => {
      shadows.delete(drop);
      await dispose();
      await query(admin, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    };
    shadows.add(drop);
    adapter.dispose = drop;
    return mend(adapter);
  }
}

if (options.version) printVersion();
else if (options.cli) await runCommand(options.cli);
else await serve();

function parseArguments(words) {
  const parsed = { datamodels: [] };
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === "--version" || word === "-V") parsed.version = true;
    else if (word === "--datamodels") parsed.datamodels.push(words[++i]);
    else if (word === "--datasource") parsed.datasource = JSON.parse(words[++i]);
    else if (word === "cli") parsed.cli = words[++i];
    else if (word.startsWith("--")) parsed[word.slice(2)] = words[++i];
  }
  return parsed;
}

function printVersion() {
  const { version } = JSON.parse(readFileSync(join(ENGINE, "package.json"), "utf8"));
  process.stdout.write(`schema-engine-cli ${version.split(".").pop()}\n`);
}

async function runCommand(command) {
  try {
    const { admin, name } = toAdmin();
    if (command === "can-connect-to-database") await query(toPlain(url), "select 1");
    else if (command === "create-database")
      await query(admin, `create database ${pg.escapeIdentifier(name)}`);
    else if (command === "drop-database") {
      await query(admin, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    }
  } catch (error) {
    const code = CONNECTION_CODES[error.code];
    const fields = {
      message: error.code === "3D000" ? "Database does not exist" : error.message,
      error_code: code,
    };
    process.stderr.write(`${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
    process.exitCode = 1;
  }
}

async function serve() {
  const engine = await createEngine();
  const lines = createInterface({ input: process.stdin });
  const answering = new Set();
  for await (const line of lines) {
    const { id, method, params } = line.trim() ? JSON.parse(line) : {};
    // Without an id it asks nothing; without a method it is the answer to what we printed.
    if (id === undefined || method === undefined) continue;
    const answer = respond(engine, id, method, params).finally(() => answering.delete(answer));
    answering.add(answer);
  }
  await Promise.all(answering);
  for (const drop of shadows) await drop();
  process.exit(0);
}

async function respond(engine, id, method, params) {
  try {
    send({ id, result: (await call(engine, method, params)) ?? {} });
  } catch (error) {
    const data = { is_panic: false, message: error.message, error_code: error.code, ...toDetails(error) };
    send({
      id,
      error: { code: SERVER_ERROR, message: "An error happened. Check the data field for details.", data },
    });
  }
}

async function call(engine, method, params) {
  if (method === "getDatabaseVersion") return engine.version(params);
  if (method === "createDatabase") {
    const { admin, name } = toAdmin();
    await query(admin, `create database ${pg.escapeIdentifier(name)}`);
    return { databaseName: name };
  }
  const result = await engine[method](params);
  if (method !== "diff") return result;
  // The native engine prints the script by itself; the one of WebAssembly hands it over.
  if (result.stdout != null) send({ id: PRINT_ID, method: "print", params: { content: result.stdout } });
  return { exitCode: result.exitCode, stdout: null };
}

function toDetails(error) {
  try {
    return JSON.parse(error.message);
  } catch {
    return {};
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function createEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: "",
    set_message(message) {
      this.message = message;
    },
  };
  const wasm = readFileSync(join(ENGINE, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = options.datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  return bindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(
      new Factory({ connectionString: toPlain(url) }, { schema: toSchema() }),
    ),
  );
}

function mend(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const { queryRaw } = Object.getPrototypeOf(adapter);
  adapter.queryRaw = async (statement) => {
    const chars = [];
    const retyped = Object.create(adapter, {
      performIO: {
        value: async (inner) => {
          const result = await performIO(inner);
          result.fields = result.fields.map((field, i) => {
            if (field.dataTypeID === CHAR) chars.push(i);
            return { ...field, dataTypeID: KNOWN_TYPES[field.dataTypeID] ?? field.dataTypeID };
          });
          return result;
        },
      },
    });
    const result = await queryRaw.call(retyped, statement);
    for (const i of chars) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter's own cuts a script at every semicolon, those in $$ bodies included.
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  if (adapter.startTransaction) {
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => mend(await startTransaction(level));
  }
  return adapter;
}

function toSchema() {
  return url ? (new URL(url).searchParams.get("schema") ?? undefined) : undefined;
}

// Prisma names the schema in the address; node-postgres does not know the parameter.
function toPlain(address) {
  const plain = new URL(address ?? "postgresql://127.0.0.1:1/none");
  plain.searchParams.delete("schema");
  return plain.href;
}

function toAdmin() {
  const admin = new URL(toPlain(url));
  const name = decodeURIComponent(admin.pathname.slice(1));
  admin.pathname = "/postgres";
  return { admin: admin.href, name };
}

async function query(connectionString, statement) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
