import { z } from "zod";

/** The program's settings, from the environment. */
export type Env = {
  readonly port: number;
  readonly host: string;
  /** A PostgreSQL server of the operator's own; `null` runs the embedded one. */
  readonly databaseUrl: string | null;
  /** Where the embedded database and the documents' bytes are kept; a relative path counts from the project's folder. */
  readonly dataFolder: string;
  /** Where readers reach the program, for links that leave it; `null` goes by what each request was sent to. */
  readonly origin: string | null;
  /** Whether documents may be fetched from addresses that are given. */
  readonly isFetching: boolean;
  /** What sessions are signed with; `null` makes one and keeps it beside the data. */
  readonly secret: string | null;
  /** By whom a team signs in (OpenID Connect); `null` for by passwords alone. */
  readonly oidc: OidcSetting | null;
};

export type OidcSetting = {
  /** As the provider calls itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

// A variable that is set to nothing counts as not set, as in most shells' scripts.
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

// 256 bits, however they are written down.
export const LEAST_SECRET = 32;

const OIDC = ["DATELINE_OIDC_ISSUER", "DATELINE_OIDC_CLIENT_ID", "DATELINE_OIDC_CLIENT_SECRET"] as const;

const SCHEMA = z
  .object({
    PORT: optional(
      z.string().regex(/^\d+$/, "expected a number").transform(Number).pipe(z.number().min(1).max(65_535)),
    ),
    HOST: optional(z.string().regex(/^[A-Za-z0-9.:-]+$/, "expected a host name or an address")),
    DATABASE_URL: optional(
      z.string().refine(isPostgresUrl, "expected postgresql://user:password@host:port/database"),
    ),
    DATELINE_DATA: optional(z.string()),
    DATELINE_ORIGIN: optional(
      z.string().refine(isOrigin, "expected https://host or https://host:port, with no path"),
    ),
    DATELINE_FETCH: optional(z.enum(["on", "off"], "expected on or off")),
    DATELINE_SECRET: optional(z.string().min(LEAST_SECRET, `expected at least ${LEAST_SECRET} characters`)),
    DATELINE_OIDC_ISSUER: optional(
      z.string().refine(isIssuer, "expected https://host, or https://host/path"),
    ),
    DATELINE_OIDC_CLIENT_ID: optional(z.string()),
    DATELINE_OIDC_CLIENT_SECRET: optional(z.string()),
  })
  .superRefine((values, { addIssue }) => {
    const missing = OIDC.filter((name) => values[name] === undefined);
    if (missing.length === OIDC.length) return;
    for (const name of missing)
      addIssue({ code: "custom", path: [name], message: "needed with the other two" });
  });

/** Reads and checks every setting; throws one error that names all that are wrong. */
export function loadEnv(env: Readonly<Record<string, string | undefined>> = process.env): Env {
  const result = SCHEMA.safeParse(env);
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new SettingsError(`These settings cannot be used:\n${faults.join("\n")}`);
  }
  const { PORT, HOST, DATABASE_URL, DATELINE_DATA = ".data", DATELINE_ORIGIN } = result.data;
  return {
    port: PORT ?? 3000,
    host: HOST ?? "127.0.0.1",
    databaseUrl: DATABASE_URL ?? null,
    dataFolder: DATELINE_DATA,
    origin: DATELINE_ORIGIN ? new URL(DATELINE_ORIGIN).origin : null,
    isFetching: result.data.DATELINE_FETCH === "on",
    secret: result.data.DATELINE_SECRET ?? null,
    oidc: toOidcSetting(OIDC.map((name) => result.data[name])),
  };
}

function toOidcSetting([issuer, clientId, clientSecret]: readonly (
  | string
  | undefined
)[]): OidcSetting | null {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}

export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && hostname !== "" && pathname.length > 1;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

// What is said without TLS anybody on the way could say: but not on this machine.
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isHere = ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
  const isTold = protocol === "https:" || (protocol === "http:" && isHere);
  return isTold && username === "" && search === "" && hash === "";
}
