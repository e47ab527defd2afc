"use client";

import { type FormEvent, useState } from "react";
import styles from "@/components/editor/form.module.css";
import { VISIBILITY_WORDS } from "@/components/ui/labels";
import { VISIBILITIES, type Visibility } from "@/core/record/roles";
import type { AccountClient } from "./account-client";
import { FormEnd } from "./form-end";
import { useAttempt } from "./use-attempt";
import choice from "./visibility-form.module.css";

type Props = {
  readonly client: Pick<AccountClient, "changeVisibility">;
  readonly dossier: string;
  readonly present: Visibility;
};

const MEANINGS: Record<Visibility, string> = {
  public: "Everybody may read it, and it is in the list of dossiers.",
  unlisted: "Everybody who has its address may read it; only its members find it in the list.",
  private: "Only its members may read it. To everybody else it is not there.",
};

/** Decides who sees a dossier. */
export function VisibilityForm({ client, dossier, present }: Props) {
  const [visibility, setVisibility] = useState(present);
  const [saved, setSaved] = useState<Visibility | null>(null);
  const { attempt, problem, isBusy } = useAttempt([]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSaved(null);
    if (await attempt(() => client.changeVisibility(dossier, visibility))) setSaved(visibility);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <fieldset className={styles.group}>
        <legend className={`${styles.legend} ${choice.legend}`}>Who may see this dossier</legend>
        {VISIBILITIES.map((one) => (
          <label key={one} className={choice.choice}>
            <input
              type="radio"
              name="visibility"
              value={one}
              checked={visibility === one}
              onChange={() => setVisibility(one)}
            />
            <span>
              <strong>{VISIBILITY_WORDS[one]}</strong>
              <span className={choice.meaning}>{MEANINGS[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {saved !== null && (
        <p className={styles.notice} role="status">
          Saved: the dossier is {VISIBILITY_WORDS[saved].toLowerCase()}.
        </p>
      )}
      <FormEnd label="Save" isBusy={isBusy} problem={problem} />
    </form>
  );
}
