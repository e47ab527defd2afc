import type { Id } from "@/core/record/record";
import { isAtLeast, type Role } from "@/core/record/roles";
import { database } from "../db";
import { holdsApiKey, loadKeyAccount } from "./api-key";
import { loadRole, loadStanding, type Standing } from "./standing";
import { type Method, type Need, type RouteName, toNeed } from "./table";
import { isOverseer, loadVisitor, NOBODY, type Visitor } from "./visitor";

/** Who was let in, to what. */
export type Access = {
  readonly visitor: Visitor;
  /** Under which name what is changed goes into the history. */
  readonly author: string;
  /** The account of that name; `null` while there are none. */
  readonly authorId: Id | null;
  /** The dossier of the path; `null` where the path names none. */
  readonly dossier: Standing | null;
  /** What the visitor is in that dossier; `null` where it is read by everybody. */
  readonly role: Role | null;
};

/**
 * What is told to whoever is not let in: that there is nothing (also where there is something that they may not see),
 * to sign in first, that their account may not, that their key is not good, or that it only reads.
 */
export type Denial = "unknown" | "unsigned" | "forbidden" | "elsewhere" | "bad-key" | "read-only-key";

export type Decision =
  | { readonly isAdmitted: true; readonly access: Access }
  | { readonly isAdmitted: false; readonly denial: Denial; readonly visitor: Visitor };

/** The one question: whether a request with these headers may do what the row of a route says. */
export async function admit(
  route: RouteName,
  method: Method,
  slug: string | null,
  headers: Headers,
): Promise<Decision> {
  const need = toNeed(route, method);
  // Where everybody is answered the same the database is not asked who it is.
  if (need === "anyone") return { isAdmitted: true, access: toAccess(NOBODY, null, null) };
  const db = database();
  // By a key no page is opened; whoever shows one is not asked for a cookie.
  const isByKey = route.startsWith("/api/") && holdsApiKey(headers);
  const account = isByKey ? await loadKeyAccount(headers, db) : null;
  if (isByKey && account === null) return { isAdmitted: false, denial: "bad-key", visitor: NOBODY };
  const visitor: Visitor = account ? { kind: "account", ...account } : await loadVisitor(headers, db);
  const deny = (denial: Denial): Decision => ({ isAdmitted: false, denial, visitor });
  const dossier = slug === null ? null : await loadStanding(slug, db);
  if (slug !== null && dossier === null) return deny("unknown");
  const key = visitor.kind === "account" && visitor.by.kind === "key" ? visitor.by : null;
  // Outside of the one dossier that it is bound to a key is nobody's.
  const isAstray = key !== null && key.dossierId !== null && key.dossierId !== dossier?.id;
  const acting: Visitor = isAstray ? { kind: "nobody", hasAccounts: true } : visitor;
  const role = dossier && (await loadRole(acting, dossier.id, db));
  // Before anything else: of what somebody may not see they are told nothing, not even that they may not.
  if (dossier?.visibility === "private" && role === null) return deny("unknown");
  if (key?.scope === "read" && method !== "GET") return deny("read-only-key");
  if (suffices(need, acting, role)) return { isAdmitted: true, access: toAccess(acting, dossier, role) };
  return deny(visitor.kind !== "nobody" ? "forbidden" : visitor.hasAccounts ? "unsigned" : "elsewhere");
}

function suffices(need: Need, visitor: Visitor, role: Role | null): boolean {
  switch (need) {
    case "anyone":
    case "each-their-own":
    // Whoever may not see the dossier was sent away before.
    case "reader":
      return true;
    case "signed-in":
      return visitor.kind !== "nobody";
    case "session":
      return visitor.kind === "account" && visitor.by.kind === "session";
    case "administrator":
      return isOverseer(visitor);
    default:
      return isAtLeast(role, need);
  }
}

function toAccess(visitor: Visitor, dossier: Standing | null, role: Role | null): Access {
  const [author, authorId] = visitor.kind === "account" ? [visitor.name, visitor.id] : ["Editor", null];
  return { visitor, author, authorId, dossier, role };
}

/** Whether what sources keep from readers is shown: to those who work on the dossier. */
export function seesAll({ role }: Access): boolean {
  return isAtLeast(role, "contributor");
}

/** Whether what is answered is not for everybody, so that nobody on the way may keep it for others. */
export function isPersonal({ dossier, visitor }: Access): boolean {
  return dossier === null ? visitor.kind === "account" : dossier.visibility !== "public";
}
