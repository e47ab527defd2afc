"use client";

import { useState } from "react";
import { Popover } from "@/components/ui/popover";
import type { AccountClient } from "./account-client";
import styles from "./account-menu.module.css";

export type ShownAccount =
  | { readonly kind: "signed-in"; readonly name: string; readonly email: string }
  | { readonly kind: "signed-out" };

type Props = {
  readonly client: Pick<AccountClient, "signOut">;
  readonly account: ShownAccount;
  /** Where signing in leads back to. */
  readonly path: string;
  /** The address of the settings of the dossier that is shown, for its owners. */
  readonly settings: string | null;
  readonly onSignedOut: () => void;
};

/** Who is signed in, with what concerns their account; or the way to sign in. */
export function AccountMenu({ client, account, path, settings, onSignedOut }: Props) {
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
        </>
      }
    >
      <p className={styles.who}>
        <strong>{account.name}</strong>
        <span>{account.email}</span>
      </p>
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
