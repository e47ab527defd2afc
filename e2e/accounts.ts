import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import pg from "pg";
import { locateFreePort } from "@/scripts/free-port";
import { applyMigrations } from "@/scripts/migrate";
import { startProgram } from "@/scripts/program";
import { createThrowawayDatabase } from "@/scripts/throwaway-database";
import { openThrowawayServer } from "@/scripts/throwaway-server";

/** A program of its own, on an empty database: what it has of accounts concerns no other test. */
export type InhabitedProgram = {
  readonly address: string;
  readonly query: (statement: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;
  readonly close: () => Promise<void>;
};

export const PASSWORD = "correct horse battery";

export async function openInhabitedProgram(): Promise<InhabitedProgram> {
  const server = await openThrowawayServer();
  const database = await createThrowawayDatabase(server.url);
  await applyMigrations(database.url);
  const port = await locateFreePort();
  const program = await startProgram(database.url, "127.0.0.1", port);
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    address: `http://127.0.0.1:${port}`,
    query: (statement, values = []) => pool.query(statement, [...values]),
    async close() {
      await program.stop();
      await pool.end();
      await database.drop();
      server.close();
    },
  };
}

/** Puts a link's token in use, as the start of the program does. */
export async function putSetupToken({ query }: InhabitedProgram, token: string): Promise<void> {
  await query(`insert into setup_token (hash) values (encode(sha256($1::bytea), 'hex'))`, [token]);
}

/** Makes an account with the password of the first one. */
export async function addAccount({ query }: InhabitedProgram, name: string): Promise<string> {
  const id = randomUUID();
  await query(`insert into "user" (id, name, email) values ($1, $2, $3)`, [id, name, toEmail(name)]);
  await query(
    `insert into credential (id, "userId", "providerId", "accountId", password)
    select $1, $2::uuid, "providerId", $2::uuid::text, password from credential limit 1`,
    [randomUUID(), id],
  );
  return id;
}

export function toEmail(name: string): string {
  return `${name.toLowerCase()}@desk.example`;
}

export async function addMember(
  { query }: InhabitedProgram,
  slug: string,
  userId: string,
  role: string,
): Promise<void> {
  await query(
    `insert into member ("dossierId", "userId", role) select id, $2, $3 from dossier where slug = $1`,
    [slug, userId, role],
  );
}

/** Signs in and gives the cookie of the session. */
export async function signIn(address: string, email: string, password = PASSWORD): Promise<string> {
  const response = await fetch(`${address}/api/v1/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email}: signing in was answered ${response.status}.`);
  return toCookie(response);
}

export function toCookie(response: Response): string {
  const [cookie = ""] = response.headers.getSetCookie();
  return cookie.split(";")[0] ?? "";
}

/** Whether axe finds nothing and nothing overflows, in light and dark, wide and narrow. */
export async function expectNoViolation(page: Page): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1440, height: 900 });
}
