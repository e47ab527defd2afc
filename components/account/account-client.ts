import type { Fault } from "@/components/editor/editor-client";
import type { Visibility } from "@/core/record/roles";

export type AccountOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly reason: string; readonly faults: readonly Fault[] };

/** How the forms of an account reach the server. */
export type AccountClient = {
  readonly setUp: (order: {
    readonly token: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }) => Promise<AccountOutcome>;
  readonly signIn: (order: { readonly email: string; readonly password: string }) => Promise<AccountOutcome>;
  readonly signOut: (everywhere: boolean) => Promise<AccountOutcome>;
  readonly changePassword: (order: {
    readonly current: string;
    readonly next: string;
  }) => Promise<AccountOutcome>;
  readonly changeVisibility: (dossier: string, visibility: Visibility) => Promise<AccountOutcome>;
};
