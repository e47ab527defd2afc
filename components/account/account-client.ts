import type { Fault } from "@/components/editor/editor-client";
import type { Role, Scope, Visibility } from "@/core/record/roles";
import type { WireInvitationLink, WireInvited, WireNewApiKey } from "@/wire/account-lists";

export type AccountOutcome<T = unknown> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly reason: string; readonly faults: readonly Fault[] };

type NewAccount = { readonly name: string; readonly email: string; readonly password: string };
type NewApiKey = {
  readonly name: string;
  readonly scope: Scope;
  readonly expiresAt: number | null;
  readonly dossier: string | null;
};

/** How the forms of an account, and of who belongs to a dossier, reach the server. */
export type AccountClient = {
  readonly setUp: (order: NewAccount & { readonly token: string }) => Promise<AccountOutcome>;
  readonly signIn: (order: { readonly email: string; readonly password: string }) => Promise<AccountOutcome>;
  readonly signOut: (everywhere: boolean) => Promise<AccountOutcome>;
  readonly changePassword: (order: {
    readonly current: string;
    readonly next: string;
  }) => Promise<AccountOutcome>;
  readonly changeVisibility: (dossier: string, visibility: Visibility) => Promise<AccountOutcome>;
  readonly changeRole: (dossier: string, member: string, role: Role) => Promise<AccountOutcome>;
  readonly removeMember: (dossier: string, member: string) => Promise<AccountOutcome>;
  readonly invite: (dossier: string, role: Role) => Promise<AccountOutcome<WireInvitationLink>>;
  readonly revokeInvitation: (dossier: string, invitation: string) => Promise<AccountOutcome>;
  readonly readInvitation: (token: string) => Promise<AccountOutcome<WireInvited>>;
  readonly acceptInvitation: (
    token: string,
    account: NewAccount | null,
  ) => Promise<AccountOutcome<{ readonly dossier: string }>>;
  readonly makeKey: (order: NewApiKey) => Promise<AccountOutcome<WireNewApiKey>>;
  readonly revokeKey: (id: string) => Promise<AccountOutcome>;
  /** `null`: all but this one. */
  readonly endSession: (id: string | null) => Promise<AccountOutcome>;
};
