import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A zone that no developer and no server is in, with an odd offset: what reads the machine's clock shows at once.
process.env.TZ = "Asia/Kathmandu";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const DATABASE_TESTS = "**/*.db.test.ts";
const ELSEWHERE = ["**/node_modules/**", ".next/**", ".data/**", "e2e/**"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: ROOT },
      { find: "server-only", replacement: `${ROOT}test/server-only.ts` },
    ],
  },
  test: {
    passWithNoTests: false,
    setupFiles: ["test/quiet-console.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...ELSEWHERE, DATABASE_TESTS],
          globalSetup: ["test/extractor.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [DATABASE_TESTS],
          exclude: ELSEWHERE,
          // A fixture of five centuries is counted for every pixel of them.
          testTimeout: 20_000,
          hookTimeout: 60_000,
          globalSetup: ["test/extractor.ts", "test/database-server.ts"],
        },
      },
    ],
  },
});
