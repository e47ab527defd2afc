"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/components/editor/field";
import form from "@/components/editor/form.module.css";
import { ROLE_MEANINGS, ROLE_WORDS } from "@/components/ui/labels";
import { ROLES, type Role } from "@/core/record/roles";
import type { Instant } from "@/core/time/instant";
import { instantToShortWords } from "@/core/time/words";
import type { Zone } from "@/core/time/zone";
import type { WireInvitation } from "@/wire/account-lists";
import type { AccountClient } from "./account-client";
import { FormEnd } from "./form-end";
import { OnceShown } from "./once-shown";
import { RemoveButton } from "./remove-button";
import rows from "./rows.module.css";
import { useAttempt } from "./use-attempt";

type Props = {
  readonly client: Pick<AccountClient, "invite" | "revokeInvitation">;
  readonly dossier: string;
  readonly zone: Zone;
  readonly invitations: readonly WireInvitation[];
  readonly onChanged: () => void;
};

/** Makes links by which others become members, and takes them back. */
export function InvitationPanel({ client, dossier, zone, invitations, onChanged }: Props) {
  const [role, setRole] = useState<Role>("editor");
  const [made, setMade] = useState<{ readonly id: string; readonly link: string } | null>(null);
  const { attempt, problem, isBusy } = useAttempt([]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMade(null);
    const isMade = await attempt(async () => {
      const outcome = await client.invite(dossier, role);
      if (outcome.kind === "done") {
        const { id, path } = outcome.value;
        setMade({ id, link: `${window.location.origin}${path}` });
      }
      return outcome;
    });
    if (isMade) onChanged();
  }

  async function revoke({ id }: WireInvitation): Promise<void> {
    if (!(await attempt(() => client.revokeInvitation(dossier, id)))) return;
    if (made?.id === id) setMade(null);
    onChanged();
  }

  return (
    <form className={form.form} onSubmit={(event) => void submit(event)}>
      <Field label="Role" hint={ROLE_MEANINGS[role]}>
        {(control) => (
          <select
            {...control}
            value={role}
            onChange={({ target }) => setRole(ROLES.find((one) => one === target.value) ?? role)}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {ROLE_WORDS[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {made !== null && (
        <OnceShown text={made.link} label="Copy the link">
          Send this link to one person; it is shown only now, and good for seven days. Whoever opens it first
          becomes a member.
        </OnceShown>
      )}
      <FormEnd label="Make a link" isBusy={isBusy} problem={problem} />
      {invitations.length > 0 && (
        <ul className={rows.rows} aria-label="Links that were not used yet">
          {invitations.map((invitation) => (
            <li key={invitation.id}>
              <span className={rows.told}>
                <strong>{ROLE_WORDS[invitation.role]}</strong>
                <span>
                  by {invitation.madeBy}, until {instantToShortWords(invitation.expiresAt as Instant, zone)}
                </span>
              </span>
              <RemoveButton
                {...{ label: "Take back", of: `the link for a role of ${invitation.role}`, isBusy }}
                onRemove={() => void revoke(invitation)}
              />
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
