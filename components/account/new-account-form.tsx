"use client";

import { type FormEvent, useState } from "react";
import styles from "@/components/editor/form.module.css";
import type { AccountOutcome } from "./account-client";
import { FormEnd } from "./form-end";
import { TextInput } from "./text-input";
import { useAttempt } from "./use-attempt";

type NewAccount = { readonly name: string; readonly email: string; readonly password: string };

type Props = {
  readonly label: string;
  readonly send: (account: NewAccount) => Promise<AccountOutcome>;
  /** How the paths of the account's fields begin in what is sent. */
  readonly within?: string;
};

/** The name, the address and the password of an account that is made. */
export function NewAccountForm({ label, send, within = "" }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [ofName, ofEmail, ofPassword] = [`${within}name`, `${within}email`, `${within}password`];
  const { attempt, faults, setFaults, problem, isBusy } = useAttempt([ofName, ofEmail, ofPassword]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === "") return setFaults({ [ofName]: "A name is needed." });
    if (!email.includes("@")) return setFaults({ [ofEmail]: "This is no e-mail address." });
    if (password.length < 8) return setFaults({ [ofPassword]: "A password needs at least 8 characters." });
    await attempt(() => send({ name, email, password }));
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        {...{ label: "Name", type: "text", autoComplete: "name", maxLength: 100 }}
        {...{ value: name, onChange: setName, fault: faults[ofName] }}
        hint="Signs what you change, for everybody who reads the history."
      />
      <TextInput
        {...{ label: "E-mail", type: "email", autoComplete: "username" }}
        {...{ value: email, onChange: setEmail, fault: faults[ofEmail] }}
        hint="To sign in with. Nothing is sent to it."
      />
      <TextInput
        {...{ label: "Password", type: "password", autoComplete: "new-password", maxLength: 128 }}
        {...{ value: password, onChange: setPassword, fault: faults[ofPassword] }}
        hint="At least 8 characters; a few unrelated words are best."
      />
      <FormEnd label={label} isBusy={isBusy} problem={problem} />
    </form>
  );
}
