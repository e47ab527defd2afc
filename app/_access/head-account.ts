import type { ShownAccount, ShownProposals } from "@/components/account/account-menu";
import { isAtLeast } from "@/core/record/roles";
import type { Access } from "@/server/access/admit";
import { countOpenProposals } from "@/server/queries/load-proposals";

/** What the head of a page shows of its reader's account. */
export type HeadAccount = {
  readonly account: ShownAccount;
  /** Where signing in leads back to. */
  readonly path: string;
  /** The address of the settings of the page's dossier, for its owners. */
  readonly settings: string | null;
  /** What is proposed for the page's dossier, for those who propose or decide. */
  readonly proposals: ShownProposals | null;
};

/** `null` while there are no accounts: then nothing is said of them. */
export async function loadHeadAccount(
  access: Access,
  path: string,
  slug: string | null,
): Promise<HeadAccount | null> {
  const { visitor, role } = access;
  if (visitor.kind === "account") {
    const account = { kind: "signed-in", name: visitor.name, email: visitor.email } as const;
    return {
      account,
      path,
      settings: slug !== null && isAtLeast(role, "owner") ? `/d/${slug}/settings` : null,
      proposals: await loadProposalsHead(access, slug),
    };
  }
  return visitor.kind === "nobody" && visitor.hasAccounts
    ? { account: { kind: "signed-out" }, path, settings: null, proposals: null }
    : null;
}

async function loadProposalsHead(
  { role, dossier }: Access,
  slug: string | null,
): Promise<ShownProposals | null> {
  if (slug === null || dossier === null || !isAtLeast(role, "contributor")) return null;
  const href = `/d/${slug}/proposals`;
  return isAtLeast(role, "editor")
    ? { href, open: await countOpenProposals(dossier.id) }
    : { href, open: null };
}
