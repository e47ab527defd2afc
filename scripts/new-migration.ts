import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareSchema } from "./compare-schema";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write("Usage: npm run migrate:new -- name_in_snake_case\n");
  process.exit(1);
}
const { status, output } = await compareSchema(["--script"]);
const sql = output.replace(/^Loaded Prisma config.*\n+/, "");
if (status !== 0) {
  process.stderr.write(output);
  process.exit(1);
}
const folder = join(
  "prisma/migrations",
  `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`,
);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), sql);
process.stdout.write(
  `${folder}/migration.sql: read it, add its checks, and name it in server/migrations.ts.\n`,
);
