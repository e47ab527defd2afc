"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/components/editor/field";
import form from "@/components/editor/form.module.css";
import { SCOPE_WORDS } from "@/components/ui/labels";
import { SCOPES, type Scope } from "@/core/record/roles";
import { DAY, type Instant } from "@/core/time/instant";
import { instantToShortWords } from "@/core/time/words";
import { UTC } from "@/core/time/zone";
import type { WireApiKey } from "@/wire/account-lists";
import type { AccountClient } from "./account-client";
import { FormEnd } from "./form-end";
import { OnceShown } from "./once-shown";
import { RemoveButton } from "./remove-button";
import rows from "./rows.module.css";
import { useAttempt } from "./use-attempt";

type Props = {
  readonly client: Pick<AccountClient, "makeKey" | "revokeKey">;
  readonly keys: readonly WireApiKey[];
  /** The dossiers that a key can be bound to. */
  readonly dossiers: readonly { readonly slug: string; readonly title: string }[];
  readonly onChanged: () => void;
};

const LIFETIMES = [
  { days: 30, words: "for 30 days" },
  { days: 90, words: "for 90 days" },
  { days: 365, words: "for a year" },
  { days: null, words: "until it is revoked" },
] as const;

/** Makes keys by which programs act as the account, and revokes them. */
export function KeyPanel({ client, keys, dossiers, onChanged }: Props) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("read");
  const [dossier, setDossier] = useState("");
  const [lifetime, setLifetime] = useState(1);
  const [made, setMade] = useState<string | null>(null);
  const { attempt, faults, setFaults, problem, isBusy } = useAttempt(["name", "dossier"]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMade(null);
    if (name.trim() === "") return setFaults({ name: "A name is needed." });
    const days = LIFETIMES[lifetime]?.days ?? null;
    const expiresAt = days === null ? null : Date.now() + days * DAY;
    const isMade = await attempt(async () => {
      const outcome = await client.makeKey({ name, scope, expiresAt, dossier: dossier || null });
      if (outcome.kind === "done") setMade(outcome.value.key);
      return outcome;
    });
    if (!isMade) return;
    setName("");
    onChanged();
  }

  async function revoke({ id }: WireApiKey): Promise<void> {
    setMade(null);
    if (await attempt(() => client.revokeKey(id))) onChanged();
  }

  return (
    <form className={form.form} onSubmit={(event) => void submit(event)} noValidate>
      {keys.length > 0 && (
        <ul className={rows.rows} aria-label="Keys">
          {keys.map((key) => (
            <li key={key.id}>
              <span className={rows.told}>
                <strong>{key.name}</strong>
                <span>
                  <code>dl_{key.prefix}_…</code> {SCOPE_WORDS[key.scope].toLowerCase()}
                  {key.dossier !== null && `, only ${key.dossier}`}
                </span>
                <span>
                  {key.usedAt === null ? "Never used" : `Last used ${toWords(key.usedAt)}`}
                  {key.expiresAt !== null &&
                    `; ${key.expiresAt <= Date.now() ? "expired" : "until"} ${toWords(key.expiresAt)}`}
                </span>
              </span>
              <RemoveButton label="Revoke" of={key.name} isBusy={isBusy} onRemove={() => void revoke(key)} />
            </li>
          ))}
        </ul>
      )}
      {made !== null && (
        <OnceShown text={made} label="Copy the key">
          This is the key. It is shown only now: keep it where nobody else reads it.
        </OnceShown>
      )}
      <Field label="Name of a new key" fault={faults.name} hint="What it is for, to tell keys apart.">
        {(control) => (
          <input
            {...control}
            type="text"
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <div className={form.row}>
        <Field label="It may">
          {(control) => (
            <select
              {...control}
              value={scope}
              onChange={({ target }) => setScope(SCOPES.find((one) => one === target.value) ?? scope)}
            >
              {SCOPES.map((one) => (
                <option key={one} value={one}>
                  {SCOPE_WORDS[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="It is good">
          {(control) => (
            <select
              {...control}
              value={lifetime}
              onChange={({ target }) => setLifetime(Number(target.value))}
            >
              {LIFETIMES.map(({ words }, position) => (
                <option key={words} value={position}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="In" fault={faults.dossier}>
          {(control) => (
            <select {...control} value={dossier} onChange={({ target }) => setDossier(target.value)}>
              <option value="">all dossiers</option>
              {dossiers.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <FormEnd label="Make a key" isBusy={isBusy} problem={problem} />
    </form>
  );
}

function toWords(at: number): string {
  return `${instantToShortWords(at as Instant, UTC)} UTC`;
}
