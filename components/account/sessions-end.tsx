"use client";

import { useState } from "react";
import styles from "@/components/editor/form.module.css";
import type { AccountClient } from "./account-client";

type Props = { readonly client: Pick<AccountClient, "signOut">; readonly onSignedOut: () => void };

/** Ends the session here, or every one. */
export function SessionsEnd({ client, onSignedOut }: Props) {
  const [problem, setProblem] = useState<string | null>(null);

  async function signOut(everywhere: boolean): Promise<void> {
    const outcome = await client.signOut(everywhere);
    if (outcome.kind === "done") onSignedOut();
    else setProblem(outcome.reason);
  }

  return (
    <>
      <div className={styles.actions}>
        <button type="button" className={styles.plain} onClick={() => void signOut(false)}>
          Sign out
        </button>
        <button type="button" className={styles.plain} onClick={() => void signOut(true)}>
          Sign out everywhere
        </button>
      </div>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
