import type { Role } from "@/core/record/roles";

/**
 * What a request needs: nothing; nothing, but each is shown what they may see; an account; an account that is signed in
 * itself, not by a key (nor the machine's own user while there are no accounts); a role in the dossier of the
 * path (`reader` is everybody where the dossier is public or unlisted); or to be an administrator.
 */
export type Need = "anyone" | "each-their-own" | "signed-in" | "session" | Role | "administrator";
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Row = Readonly<Partial<Record<Method, Need>>>;

/**
 * Who may do what: every route and method, and what each needs. Pages and handlers take their row from here by the name
 * of their route and are refused without one; HEAD needs what GET does, and OPTIONS nothing. A test holds the rows
 * against the files of app.
 */
export const ACCESS = {
  "/": { GET: "each-their-own" },
  "/opengraph-image": { GET: "anyone" },
  "/icon.svg": { GET: "anyone" },
  "/livez": { GET: "anyone" },
  "/readyz": { GET: "anyone" },
  "/sign-in": { GET: "each-their-own" },
  "/setup": { GET: "each-their-own" },
  "/join": { GET: "each-their-own" },
  "/account": { GET: "signed-in" },
  "/audit": { GET: "administrator" },
  "/new": { GET: "signed-in" },
  "/import": { GET: "signed-in" },

  "/d/[slug]": { GET: "reader" },
  "/d/[slug]/opengraph-image": { GET: "reader" },
  "/d/[slug]/changes": { GET: "reader" },
  "/d/[slug]/at/[moment]": { GET: "reader" },
  "/d/[slug]/add": { GET: "contributor" },
  "/d/[slug]/proposals": { GET: "contributor" },
  "/d/[slug]/settings": { GET: "owner" },
  "/d/[slug]/e/[event]": { GET: "reader" },
  "/d/[slug]/e/[event]/opengraph-image": { GET: "reader" },
  "/d/[slug]/s/[source]": { GET: "reader" },
  "/d/[slug]/s/[source]/opengraph-image": { GET: "reader" },
  "/d/[slug]/s/[source]/text": { GET: "editor" },

  "/api/[...path]": { GET: "anyone" },
  "/api/v1/openapi.json": { GET: "anyone" },
  "/api/v1/gazetteer": { GET: "anyone" },
  "/api/v1/gazetteer/named": { GET: "anyone" },
  "/api/v1/setup": { POST: "anyone" },
  "/api/v1/sign-in": { POST: "anyone" },
  // For the browser alone, which is led through them.
  "/api/v1/oidc/begin": { GET: "anyone" },
  "/api/v1/oidc/callback": { GET: "anyone" },
  "/api/v1/sign-out": { POST: "session" },
  "/api/v1/password": { POST: "session" },
  "/api/v1/sessions": { GET: "session", DELETE: "session" },
  "/api/v1/sessions/[session]": { DELETE: "session" },
  "/api/v1/keys": { GET: "session", POST: "session" },
  "/api/v1/keys/[key]": { DELETE: "session" },
  "/api/v1/audit": { GET: "administrator" },
  // Whoever holds the link: its token stands in the body.
  "/api/v1/invitation": { POST: "anyone" },
  "/api/v1/invitation/accept": { POST: "each-their-own" },

  // The dossier that an import writes to stands in its body: there its handler asks once more.
  "/api/v1/documents": { POST: "signed-in" },
  "/api/v1/imports": { POST: "signed-in" },
  "/api/v1/imports/[id]/preview": { POST: "signed-in" },
  "/api/v1/imports/[id]/rejects": { GET: "signed-in" },
  "/api/v1/imports/[id]/run": { POST: "signed-in" },

  "/api/v1/dossiers": { GET: "each-their-own", POST: "signed-in" },
  "/api/v1/dossiers/[slug]": { GET: "reader", PATCH: "editor" },
  "/api/v1/dossiers/[slug]/visibility": { GET: "owner", PUT: "owner" },
  "/api/v1/dossiers/[slug]/members": { GET: "owner" },
  "/api/v1/dossiers/[slug]/members/[member]": { PUT: "owner", DELETE: "owner" },
  "/api/v1/dossiers/[slug]/invitations": { GET: "owner", POST: "owner" },
  "/api/v1/dossiers/[slug]/invitations/[invitation]": { DELETE: "owner" },
  "/api/v1/dossiers/[slug]/audit": { GET: "owner" },
  "/api/v1/dossiers/[slug]/dataset": { GET: "reader" },
  "/api/v1/dossiers/[slug]/crowd": { GET: "reader" },
  "/api/v1/dossiers/[slug]/counts": { GET: "reader" },
  "/api/v1/dossiers/[slug]/search": { GET: "reader" },
  "/api/v1/dossiers/[slug]/live": { GET: "reader" },
  "/api/v1/dossiers/[slug]/changes": { GET: "reader" },
  "/api/v1/dossiers/[slug]/changes/[change]/restore": { POST: "editor" },
  "/api/v1/dossiers/[slug]/changes/[change]/undo": { POST: "editor" },
  // A contributor is shown their own alone; whose a proposal is, its handlers ask.
  "/api/v1/dossiers/[slug]/proposals": { GET: "contributor", POST: "contributor" },
  "/api/v1/dossiers/[slug]/proposals/[proposal]": { GET: "contributor" },
  "/api/v1/dossiers/[slug]/proposals/[proposal]/accept": { POST: "editor" },
  "/api/v1/dossiers/[slug]/proposals/[proposal]/decline": { POST: "editor" },
  "/api/v1/dossiers/[slug]/proposals/[proposal]/withdraw": { POST: "contributor" },
  "/api/v1/dossiers/[slug]/sources": { POST: "editor" },
  "/api/v1/dossiers/[slug]/sources/[source]": { GET: "reader", PATCH: "editor", DELETE: "editor" },
  "/api/v1/dossiers/[slug]/sources/[source]/restore": { POST: "editor" },
  "/api/v1/dossiers/[slug]/sources/[source]/document": { GET: "editor" },
  "/api/v1/dossiers/[slug]/sources/[source]/texts": { POST: "editor" },
  "/api/v1/dossiers/[slug]/sources/[source]/passages/[passage]/anchor": { POST: "editor" },
  "/api/v1/dossiers/[slug]/sources/[source]/passages/[passage]/keep": { POST: "editor" },
  "/api/v1/dossiers/[slug]/events": { GET: "reader", POST: "editor" },
  "/api/v1/dossiers/[slug]/events/[event]": { GET: "reader", PATCH: "editor", DELETE: "editor" },
  "/api/v1/dossiers/[slug]/events/[event]/restore": { POST: "editor" },
  "/api/v1/dossiers/[slug]/events/[event]/merge": { POST: "editor" },
  "/api/v1/dossiers/[slug]/events/[event]/split": { POST: "editor" },
  "/api/v1/dossiers/[slug]/events/[event]/citations": { POST: "editor" },
  "/api/v1/dossiers/[slug]/events/[event]/citations/[citation]": { PATCH: "editor", DELETE: "editor" },
  "/api/v1/dossiers/[slug]/events/[event]/citations/[citation]/move": { POST: "editor" },
} satisfies Record<string, Row>;

export type RouteName = keyof typeof ACCESS;

/** What a method of a route needs; throws for one that has no row. */
export function toNeed(route: RouteName, method: Method): Need {
  const row: Row = ACCESS[route];
  const need = row[method];
  if (need === undefined) throw new Error(`${method} ${route}: there is no such row in the table of access.`);
  return need;
}

// A browser is led through these by addresses alone; the one asks the provider, the other writes who came back.
const WRITING_READS: ReadonlySet<RouteName> = new Set(["/api/v1/oidc/begin", "/api/v1/oidc/callback"]);

/** Whether a request may change something, and so is counted (write-limit.ts). */
export function isWrite(route: RouteName, method: Method): boolean {
  return method !== "GET" || WRITING_READS.has(route);
}
