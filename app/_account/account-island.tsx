"use client";

import { AccountMenu, type ShownAccount, type ShownProposals } from "@/components/account/account-menu";
import { accountClient } from "./account-client";

type Props = {
  readonly account: ShownAccount;
  readonly path: string;
  readonly settings?: string | null;
  readonly proposals?: ShownProposals | null;
};

/** The account in the head of a page. */
export function AccountIsland({ account, path, settings = null, proposals = null }: Props) {
  return (
    <AccountMenu
      client={accountClient}
      account={account}
      path={path}
      settings={settings}
      proposals={proposals}
      onSignedOut={leave}
    />
  );
}

// What is on the page may not be for whoever comes next: nothing of it is kept.
function leave(): void {
  window.location.assign("/");
}
