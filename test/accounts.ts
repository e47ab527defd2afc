import { storeAccount } from "@/server/commands/store-account";
import type { Database } from "@/server/db";

export const PASSWORD = "correct horse battery";

/** Makes an account, whose address is its name's, and gives its id. */
export function addAccount(db: Database, name: string, isAdministrator = false): Promise<string> {
  const account = { name, email: toEmail(name), password: PASSWORD, isAdministrator };
  return db.$transaction((tx) => storeAccount(tx, account), { timeout: 30_000 });
}

export function toEmail(name: string): string {
  return `${name.toLowerCase()}@desk.example`;
}

// biome-ignore lint/suspicious/noExplicitAny: routes differ in the names of their parameters.
type Handle = (request: Request, context: { params: Promise<any> }) => Promise<Response>;

export type Asking = {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Asks the handler of a method as a browser on this machine would. */
export function ask(
  route: object,
  method: "GET" | "POST" | "PUT" | "DELETE",
  { params = {}, body, query = "", headers = {} }: Asking = {},
): Promise<Response> {
  const handle: Handle | undefined = Object.entries(route).find(([name]) => name === method)?.[1];
  if (!handle) throw new Error(`There is no ${method} in the route.`);
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const request = new Request(`http://localhost:3000/api/v1/x${query}`, {
    ...{ method, headers: { host: "localhost:3000", ...type, ...headers } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return handle(request, { params: Promise.resolve(params) });
}

/** The cookie that an answer sets, as it is sent back. */
export function toCookie(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
