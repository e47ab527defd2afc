import type { ShownAccount } from "@/components/account/account-menu";
import { isAtLeast } from "@/core/record/roles";
import type { Access } from "@/server/access/admit";

/** What the head of a page shows of its reader's account. */
export type HeadAccount = {
  readonly account: ShownAccount;
  /** Where signing in leads back to. */
  readonly path: string;
  /** The address of the settings of the page's dossier, for its owners. */
  readonly settings: string | null;
};

/** `null` while there are no accounts: then nothing is said of them. */
export function toHeadAccount(
  { visitor, role }: Access,
  path: string,
  slug: string | null,
): HeadAccount | null {
  if (visitor.kind === "account") {
    const account = { kind: "signed-in", name: visitor.name, email: visitor.email } as const;
    return {
      account,
      path,
      settings: slug !== null && isAtLeast(role, "owner") ? `/d/${slug}/settings` : null,
    };
  }
  return visitor.kind === "nobody" && visitor.hasAccounts
    ? { account: { kind: "signed-out" }, path, settings: null }
    : null;
}
