"use client";

import form from "@/components/editor/form.module.css";
import { ROLE_WORDS } from "@/components/ui/labels";
import { ROLES, type Role } from "@/core/record/roles";
import type { WireMember } from "@/wire/account-lists";
import type { AccountClient } from "./account-client";
import { RemoveButton } from "./remove-button";
import rows from "./rows.module.css";
import { useAttempt } from "./use-attempt";

type Props = {
  readonly client: Pick<AccountClient, "changeRole" | "removeMember">;
  readonly dossier: string;
  readonly members: readonly WireMember[];
  readonly onChanged: () => void;
};

/** Who belongs to a dossier: their roles can be changed, and they can be sent away. */
export function MemberList({ client, dossier, members, onChanged }: Props) {
  const { attempt, problem, isBusy } = useAttempt([]);

  async function changeRole(member: WireMember, role: Role): Promise<void> {
    if (await attempt(() => client.changeRole(dossier, member.id, role))) onChanged();
  }

  async function remove({ id }: WireMember): Promise<void> {
    if (await attempt(() => client.removeMember(dossier, id))) onChanged();
  }

  return (
    <div className={form.form}>
      {members.length === 0 && <p>Nobody yet: administrators alone may change it.</p>}
      {members.length > 0 && (
        <ul className={rows.rows}>
          {members.map((member) => (
            <li key={member.id}>
              <span className={rows.told}>
                <strong>{member.name}</strong>
                <span>{member.email}</span>
              </span>
              <select
                aria-label={`Role of ${member.name}`}
                value={member.role}
                disabled={isBusy}
                onChange={({ target }) => void changeRole(member, toRole(target.value))}
              >
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {ROLE_WORDS[role]}
                  </option>
                ))}
              </select>
              <RemoveButton
                label="Remove"
                of={member.name}
                {...{ isBusy }}
                onRemove={() => void remove(member)}
              />
            </li>
          ))}
        </ul>
      )}
      {problem !== null && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function toRole(value: string): Role {
  return ROLES.find((role) => role === value) ?? "reader";
}
