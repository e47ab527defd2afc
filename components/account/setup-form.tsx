"use client";

import { type FormEvent, useEffect, useState } from "react";
import styles from "@/components/editor/form.module.css";
import type { AccountClient } from "./account-client";
import { FormEnd } from "./form-end";
import { TextInput } from "./text-input";
import { useAttempt } from "./use-attempt";

type Props = { readonly client: Pick<AccountClient, "setUp">; readonly onMade: () => void };

const FIELDS = ["name", "email", "password"];

/** Makes the first account. The link's token stands behind a number sign: no server and no log is told of it. */
export function SetupForm({ client, onMade }: Props) {
  const [token, setToken] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { attempt, faults, setFaults, problem, isBusy } = useAttempt(FIELDS);

  useEffect(() => setToken(window.location.hash.slice(1)), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === "") return setFaults({ name: "A name is needed." });
    if (!email.includes("@")) return setFaults({ email: "This is no e-mail address." });
    if (password.length < 8) return setFaults({ password: "A password needs at least 8 characters." });
    if (await attempt(() => client.setUp({ token: token ?? "", name, email, password }))) onMade();
  }

  if (token === "") {
    return (
      <p className={styles.notice}>
        The link is not whole. Open it as the start of the program prints it, with all that follows the #.
      </p>
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        {...{ label: "Name", type: "text", autoComplete: "name", maxLength: 100 }}
        {...{ value: name, onChange: setName, fault: faults.name }}
        hint="Signs what you change, for everybody who reads the history."
      />
      <TextInput
        {...{ label: "E-mail", type: "email", autoComplete: "username" }}
        {...{ value: email, onChange: setEmail, fault: faults.email }}
        hint="To sign in with. Nothing is sent to it."
      />
      <TextInput
        {...{ label: "Password", type: "password", autoComplete: "new-password", maxLength: 128 }}
        {...{ value: password, onChange: setPassword, fault: faults.password }}
        hint="At least 8 characters; a few unrelated words are best."
      />
      <FormEnd label="Make the account" isBusy={isBusy} problem={problem} />
    </form>
  );
}
