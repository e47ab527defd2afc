"use client";

import { type FormEvent, useEffect, useState } from "react";
import form from "@/components/editor/form.module.css";
import { ROLE_MEANINGS } from "@/components/ui/labels";
import type { WireInvited } from "@/wire/account-lists";
import type { AccountClient } from "./account-client";
import { FormEnd } from "./form-end";
import { NewAccountForm } from "./new-account-form";
import rows from "./rows.module.css";
import { SignInForm } from "./sign-in-form";
import { useAttempt } from "./use-attempt";

type Props = {
  readonly client: Pick<AccountClient, "readInvitation" | "acceptInvitation" | "signIn">;
  /** The name of the account that is signed in; `null` for nobody. */
  readonly signedIn: string | null;
  readonly onJoined: (dossier: string) => void;
};

/** Takes an invitation. The link's token stands behind a number sign: no log is told of it. */
export function JoinForm({ client, signedIn, onJoined }: Props) {
  const [token, setToken] = useState("");
  const [invited, setInvited] = useState<WireInvited | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  // Signed in here, on this page.
  const [isIn, setIn] = useState(signedIn !== null);
  const [isKnown, setKnown] = useState(false);
  const { attempt, problem, isBusy } = useAttempt([]);

  useEffect(() => {
    const found = window.location.hash.slice(1);
    setToken(found);
    if (found === "") return setRefusal("The link is not whole: open it with all that follows the #.");
    void client.readInvitation(found).then((outcome) => {
      if (outcome.kind === "done") setInvited(outcome.value);
      else setRefusal(outcome.reason);
    });
  }, [client]);

  async function accept(): Promise<void> {
    await attempt(async () => {
      const outcome = await client.acceptInvitation(token, null);
      if (outcome.kind === "done") onJoined(outcome.value.dossier);
      return outcome;
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void accept();
  }

  if (refusal !== null) {
    return (
      <p className={form.notice} role="alert">
        {refusal}
      </p>
    );
  }
  if (invited === null) return <p role="status">One moment…</p>;
  return (
    <>
      <p className={form.notice}>
        You are invited into <strong>{invited.title}</strong> as {ARTICLED[invited.role]}.{" "}
        {ROLE_MEANINGS[invited.role]}
      </p>
      {isIn && (
        <form className={form.form} onSubmit={submit}>
          {signedIn !== null && <p>You are signed in as {signedIn}.</p>}
          <FormEnd label="Join" isBusy={isBusy} problem={problem} />
        </form>
      )}
      {!isIn && (
        <>
          <h2 className={rows.or}>{isKnown ? "Sign in" : "Make your account"}</h2>
          {isKnown ? (
            <SignInForm
              client={client}
              onSignedIn={() => {
                setIn(true);
                void accept();
              }}
            />
          ) : (
            <NewAccountForm
              label="Make the account and join"
              send={async (account) => {
                const outcome = await client.acceptInvitation(token, account);
                if (outcome.kind === "done") onJoined(outcome.value.dossier);
                return outcome;
              }}
              within="account."
            />
          )}
          <p className={rows.other}>
            <button type="button" className={form.link} onClick={() => setKnown(!isKnown)}>
              {isKnown ? "I have no account yet" : "I have an account already"}
            </button>
          </p>
        </>
      )}
    </>
  );
}

const ARTICLED = {
  reader: "a reader",
  contributor: "a contributor",
  editor: "an editor",
  owner: "an owner",
} as const;
