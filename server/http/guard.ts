import { isStorable } from "@/core/text/code-points";
import { type Access, admit, type Decision, type Denial, isPersonal } from "../access/admit";
import { holdsApiKey } from "../access/api-key";
import { isWrite, type Method, type RouteName, toNeed } from "../access/table";
import type { Visitor } from "../access/visitor";
import { ownWriteLimit, toCaller } from "../access/write-limit";
import { toFailure } from "./failure";
import { toLimited } from "./limited";
import { checkOwnPage } from "./own-page";
import { Refusal } from "./refusal";

export type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** What a handler does once its request is let in; it may throw a Refusal. */
export type Act<P> = (request: Request, params: P, access: Access) => Promise<Response>;

/**
 * A handler that lets in whom the table of access says, and tells the others why not. What changes something is taken
 * from this program's own pages alone, and from nobody without end. Throws at once if the table has no such row.
 */
export function toGuarded<P>(route: RouteName, method: Method, act: Act<P>): Handler<P> {
  toNeed(route, method);
  return async (request, { params }) => {
    try {
      // A key is sent by nobody who does not hold it; a cookie comes along by itself.
      if (method !== "GET" && !holdsApiKey(request.headers)) checkOwnPage(request);
      const known = await params;
      checkNames(known);
      const access = await toAccess(route, method, known, request.headers);
      return toPersonal(await act(request, known, access), access);
    } catch (error) {
      return toFailure(request, error);
    }
  };
}

// A name that nothing can have is not looked for: the database would take the question itself amiss.
function checkNames(params: unknown): void {
  const names = Object.values(params ?? {}).flat();
  const isPossible = names.every((name) => typeof name !== "string" || isStorable(name));
  if (!isPossible) throw new Refusal(404, "There is nothing of this name.");
}

async function toAccess(
  route: RouteName,
  method: Method,
  params: unknown,
  headers: Headers,
): Promise<Access> {
  const slug = toSlug(params);
  const decision = await admit(route, method, slug, headers);
  // Whoever is refused is counted too: to find out who it is was asked of the database.
  if (isWrite(route, method)) countWrite(decision, headers);
  if (decision.isAdmitted) return decision.access;
  throw toRefusal(decision.denial, slug, decision.visitor);
}

function countWrite(decision: Decision, headers: Headers): void {
  const visitor = decision.isAdmitted ? decision.access.visitor : decision.visitor;
  const [caller, allowance] = toCaller(visitor, headers);
  const seconds = ownWriteLimit().take(caller, allowance, performance.now());
  if (seconds !== null) throw toLimited("Too many changes in a short time; this one was not made.", seconds);
}

/** Why somebody was not let in, as it is told. */
export function toRefusal(denial: Denial, slug: string | null, visitor: Visitor): Refusal {
  switch (denial) {
    case "unknown":
      return new Refusal(404, `There is no dossier ${slug}.`);
    case "unsigned":
      return new Refusal(401, "Sign in first.");
    case "forbidden":
      return new Refusal(403, `${visitor.kind === "account" ? visitor.name : "You"} may not do this here.`);
    case "bad-key":
      return new Refusal(401, "This key is wrong, has expired or was revoked.", undefined, {}, CHALLENGE);
    case "read-only-key":
      return new Refusal(403, "This key may only read.");
    case "elsewhere":
      return new Refusal(
        403,
        "Until there is an account, anything can be changed only on the machine that Dateline runs on, at a loopback address.",
      );
  }
}

const CHALLENGE = { "www-authenticate": 'Bearer error="invalid_token"' };

function toSlug(params: unknown): string | null {
  if (typeof params !== "object" || params === null || !("slug" in params)) return null;
  return typeof params.slug === "string" ? params.slug : "";
}

// Nobody on the way may keep for others what is not for everybody.
function toPersonal(response: Response, access: Access): Response {
  if (!isPersonal(access)) return response;
  const { headers } = response;
  const kept = headers.get("cache-control") ?? "";
  if (!kept.includes("no-store")) headers.set("cache-control", `private, ${kept || "no-cache"}`);
  headers.append("vary", "cookie, authorization");
  return response;
}
