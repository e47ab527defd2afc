"use client";

import { type FormEvent, useState } from "react";
import styles from "@/components/editor/form.module.css";
import type { AccountClient } from "./account-client";
import { FormEnd } from "./form-end";
import { TextInput } from "./text-input";
import { useAttempt } from "./use-attempt";

/** Changes the password of whoever knows the present one. */
export function PasswordForm({ client }: { client: Pick<AccountClient, "changePassword"> }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [isDone, setDone] = useState(false);
  const { attempt, faults, setFaults, problem, isBusy } = useAttempt(["current", "next"]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setDone(false);
    if (current === "") return setFaults({ current: "The present password is missing." });
    if (next.length < 8) return setFaults({ next: "A password needs at least 8 characters." });
    if (!(await attempt(() => client.changePassword({ current, next })))) return;
    setCurrent("");
    setNext("");
    setDone(true);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        {...{ label: "Present password", type: "password", autoComplete: "current-password" }}
        {...{ value: current, onChange: setCurrent, fault: faults.current }}
      />
      <TextInput
        {...{ label: "New password", type: "password", autoComplete: "new-password", maxLength: 128 }}
        {...{ value: next, onChange: setNext, fault: faults.next }}
        hint="At least 8 characters. All other sessions end."
      />
      {isDone && (
        <p className={styles.notice} role="status">
          The password is changed, and you are signed out everywhere else.
        </p>
      )}
      <FormEnd label="Change the password" isBusy={isBusy} problem={problem} />
    </form>
  );
}
