import type { Role, Scope } from "@/core/record/roles";

// What is told of members, invitations, keys, sessions and the record of safety; the schemas that describe it stand apart,
// so that a browser need not load them. Times are milliseconds since 1970-01-01T00:00Z.

export type WireMember = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: number;
};

export type WireInvitation = {
  readonly id: string;
  readonly role: Role;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly expiresAt: number;
};
/** An invitation as it is told once, when it is made. */
export type WireInvitationLink = WireInvitation & { readonly path: string };
/** All that is told of a dossier to whoever holds an invitation into it. */
export type WireInvited = { readonly title: string; readonly role: Role };

export type WireApiKey = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scope: Scope;
  /** The slug of the one dossier that it opens; `null` for all that its account may see. */
  readonly dossier: string | null;
  readonly madeAt: number;
  readonly expiresAt: number | null;
  readonly usedAt: number | null;
};
/** A key as it is told once, when it is made. */
export type WireNewApiKey = WireApiKey & { readonly key: string };

export type WireSession = {
  readonly id: string;
  readonly browser: string;
  readonly address: string | null;
  readonly madeAt: number;
  readonly seenAt: number;
  readonly isThis: boolean;
};

export type WireAuditEntry = {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly account: string | null;
  readonly dossier: string | null;
  readonly address: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};
