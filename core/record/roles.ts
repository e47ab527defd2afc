/** What a member may do in a dossier, from least to most; each may do what those before it may. */
export const ROLES = ["reader", "contributor", "editor", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** Who sees a dossier: everybody, everybody who has its address, or its members alone. */
export const VISIBILITIES = ["public", "unlisted", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What a key of the programming interface may do, of what its account may. */
export const SCOPES = ["read", "write"] as const;
export type Scope = (typeof SCOPES)[number];

/** Whether `role` is as much as what is needed; who is no member has none. */
export function isAtLeast(role: Role | null, needed: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
