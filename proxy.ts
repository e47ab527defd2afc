import { type NextRequest, NextResponse } from "next/server";
import { toContentSecurityPolicy } from "@/server/http/content-security-policy";

/** Gives each answer a policy with a nonce of its own; Next reads it from the request and marks its scripts with it. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = toContentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Old versions of Next could be told by this header to skip the proxy; nobody has a reason to send it.
  headers.delete("x-middleware-subrequest");
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Files with a hash in their name hold no document, and are cached for ever: a nonce would be wrong on the second use.
export const config = { matcher: ["/((?!_next/static/).*)"] };
