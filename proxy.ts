import { type NextRequest, NextResponse } from "next/server";
import { admit } from "@/server/access/admit";
import { database } from "@/server/db";
import { toAwayPage } from "@/server/http/away-page";
import { toContentSecurityPolicy } from "@/server/http/content-security-policy";
import { RETRY_SECONDS } from "@/server/http/failure";
import { toGonePage } from "@/server/http/gone-page";
import { checkReadiness, LONGEST_WAIT_MS } from "@/server/queries/check-readiness";
import { loadTombstone } from "@/server/queries/load-tombstone";

// The pages that read the database; the interface and the probes answer for themselves.
const PAGES = /^\/(d\/.*|sign-in|setup|account|new|import)?$/;
const RECORD_PAGES = /^\/d\/([a-z0-9-]+)\/([es])\/([a-z0-9-]+)(?:\/.*)?$/;

/**
 * Gives each answer a policy with a nonce of its own; Next reads it from the request and marks its scripts with it.
 * While the database is away pages are answered here, since a page itself cannot say 503.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = btoa(crypto.randomUUID());
  const policy = toContentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const response = (await isAway(request))
    ? toAway(request, nonce)
    : ((await toGone(request)) ?? toNext(request, nonce, policy));
  response.headers.set("content-security-policy", policy);
  return response;
}

// A schema that is not the one this program knows is no reason: during an upgrade both must serve.
async function isAway({ nextUrl }: NextRequest): Promise<boolean> {
  if (!PAGES.test(nextUrl.pathname)) return false;
  const readiness = await checkReadiness(database(), LONGEST_WAIT_MS);
  return !readiness.isReady && readiness.reason === "database-away";
}

// A page itself cannot say 410.
async function toGone({ nextUrl, cookies, headers }: NextRequest): Promise<NextResponse | null> {
  const [, slug, letter, name] = RECORD_PAGES.exec(nextUrl.pathname) ?? [];
  if (slug === undefined || name === undefined) return null;
  if (!(await isReader(slug, headers))) return null;
  const tombstone = await loadTombstone(slug, letter === "e" ? "event" : "source", name).catch(() => null);
  if (tombstone === null) return null;
  return new NextResponse(
    toGonePage(slug, letter === "e" ? "event" : "source", tombstone, toTheme(cookies)),
    {
      status: 410,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    },
  );
}

// Of a dossier that somebody may not see they do not hear what was in it.
async function isReader(slug: string, headers: Headers): Promise<boolean> {
  const decision = await admit("/d/[slug]", "GET", slug, headers).catch(() => null);
  return decision?.isAdmitted ?? false;
}

function toTheme(cookies: NextRequest["cookies"]): "light" | "dark" | null {
  const theme = cookies.get("theme")?.value;
  return theme === "light" || theme === "dark" ? theme : null;
}

function toAway({ cookies }: NextRequest, nonce: string): NextResponse {
  return new NextResponse(toAwayPage(nonce, toTheme(cookies)), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(RETRY_SECONDS),
    },
  });
}

function toNext(request: NextRequest, nonce: string, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  // Old versions of Next could be told by this header to skip the proxy; nobody has a reason to send it.
  headers.delete("x-middleware-subrequest");
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  return NextResponse.next({ request: { headers } });
}

// Files with a hash in their name hold no document, and are cached for ever: a nonce would be wrong on the second use.
// What passes here is kept in memory on the way, which the files that somebody brings must not be.
export const config = { matcher: ["/((?!_next/static/|api/v1/imports|api/v1/documents).*)"] };
