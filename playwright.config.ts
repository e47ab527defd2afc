import { defineConfig, devices } from "@playwright/test";
import { locateBrowser } from "./scripts/browser";
import { locateFreePort } from "./scripts/free-port";

// This file is read again by every worker; what was found the first time is handed down in the environment.
process.env.DATELINE_E2E_PORT ??= String(await locateFreePort());
process.env.DATELINE_E2E_BROWSER ??= JSON.stringify(await locateBrowser());
const port = process.env.DATELINE_E2E_PORT;
const browser: { executablePath: string; env: Record<string, string> } = JSON.parse(
  process.env.DATELINE_E2E_BROWSER,
);
const baseURL = `http://127.0.0.1:${port}`;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  // A worker in an endless loop hears no time limit of its own.
  globalTimeout: 45 * 60_000,
  reporter: [["list"]],
  use: {
    baseURL,
    // Neither the dossiers' zones nor the machine's: half an hour off the others, and with a summer time.
    timezoneId: "America/St_Johns",
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: browser.executablePath,
      env: { ...process.env, ...browser.env } as Record<string, string>,
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "chromium", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    command: `node --import tsx --conditions=react-server scripts/e2e-server.ts ${port}`,
    url: `${baseURL}/readyz`,
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
    // Killed at once, it would leave PostgreSQL behind.
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
  },
});
