"use client";

import { type FormEvent, useState } from "react";
import styles from "@/components/editor/form.module.css";
import type { AccountClient } from "./account-client";
import { FormEnd } from "./form-end";
import { TextInput } from "./text-input";
import { useAttempt } from "./use-attempt";

type Props = { readonly client: Pick<AccountClient, "signIn">; readonly onSignedIn: () => void };

/** Signs an account in by its e-mail address and password. */
export function SignInForm({ client, onSignedIn }: Props) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { attempt, faults, setFaults, problem, isBusy } = useAttempt(["email", "password"]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (email.trim() === "") return setFaults({ email: "The e-mail address is missing." });
    if (password === "") return setFaults({ password: "The password is missing." });
    if (await attempt(() => client.signIn({ email, password }))) onSignedIn();
    else setPassword("");
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        {...{ label: "E-mail", type: "email", autoComplete: "username" }}
        {...{ value: email, onChange: setEmail, fault: faults.email }}
      />
      <TextInput
        {...{ label: "Password", type: "password", autoComplete: "current-password" }}
        {...{ value: password, onChange: setPassword, fault: faults.password }}
      />
      <FormEnd label="Sign in" isBusy={isBusy} problem={problem} />
    </form>
  );
}
