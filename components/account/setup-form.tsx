"use client";

import { useEffect, useState } from "react";
import styles from "@/components/editor/form.module.css";
import type { AccountClient } from "./account-client";
import { NewAccountForm } from "./new-account-form";

type Props = { readonly client: Pick<AccountClient, "setUp">; readonly onMade: () => void };

/** Makes the first account. The link's token stands behind a number sign: no server and no log is told of it. */
export function SetupForm({ client, onMade }: Props) {
  const [token, setToken] = useState<string | null>(null);

  useEffect(() => setToken(window.location.hash.slice(1)), []);

  if (token === "") {
    return (
      <p className={styles.notice}>
        The link is not whole. Open it as the start of the program prints it, with all that follows the #.
      </p>
    );
  }
  return (
    <NewAccountForm
      label="Make the account"
      send={async (account) => {
        const outcome = await client.setUp({ token: token ?? "", ...account });
        if (outcome.kind === "done") onMade();
        return outcome;
      }}
    />
  );
}
