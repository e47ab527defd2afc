"use client";

import { useState } from "react";
import { Popover } from "@/components/ui/popover";
import type { AccountClient } from "./account-client";
import styles from "./account-menu.module.css";

export type ShownAccount =
  | { readonly kind: "signed-in"; readonly name: string; readonly email: string }
  | { readonly kind: "signed-out" };

/** Where proposals are, and how many wait for this reader to decide; `null` for those who only propose. */
export type ShownProposals = { readonly href: string; readonly open: number | null };

type Props = {
  readonly client: Pick<AccountClient, "signOut">;
  readonly account: ShownAccount;
  /** Where signing in leads back to. */
  readonly path: string;
  /** The address of the settings of the dossier that is shown, for its owners. */
  readonly settings: string | null;
  /** What is proposed for that dossier; `null` for those who only read. */
  readonly proposals: ShownProposals | null;
  readonly onSignedOut: () => void;
};

/** Who is signed in, with what concerns their account; or the way to sign in. */
export function AccountMenu({ client, account, path, settings, proposals, onSignedOut }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  if (account.kind === "signed-out") {
    return (
      <a className={styles.button} href={`/sign-in?${new URLSearchParams({ to: path })}`}>
        Sign in
      </a>
    );
  }

  async function signOut(everywhere: boolean): Promise<void> {
    const outcome = await client.signOut(everywhere);
    if (outcome.kind === "done") onSignedOut();
    else setProblem(outcome.reason);
  }

  const waiting = proposals?.open ?? 0;
  return (
    <Popover
      className={styles.button}
      name="Account"
      align="end"
      label={
        <>
          <span className={styles.initial} aria-hidden="true">
            {toInitial(account.name)}
          </span>
          <span className={styles.name}>{account.name}</span>
          {waiting > 0 && (
            <span className={styles.open}>
              {waiting} <span className={styles.unseen}>open {waiting === 1 ? "proposal" : "proposals"}</span>
            </span>
          )}
        </>
      }
    >
      <p className={styles.who}>
        <strong>{account.name}</strong>
        <span>{account.email}</span>
      </p>
      {proposals !== null && (
        <a className={styles.item} href={proposals.href}>
          {proposals.open === null ? "Your proposals" : `Proposals (${proposals.open} open)`}
        </a>
      )}
      {settings !== null && (
        <a className={styles.item} href={settings}>
          Settings of this dossier
        </a>
      )}
      <a className={styles.item} href="/account">
        Account and password
      </a>
      <button type="button" className={styles.item} onClick={() => void signOut(false)}>
        Sign out
      </button>
      <button type="button" className={styles.item} onClick={() => void signOut(true)}>
        Sign out everywhere
      </button>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </Popover>
  );
}

function toInitial(name: string): string {
  const [first = ""] = name;
  return first.toLocaleUpperCase("en");
}
