"use client";

import form from "@/components/editor/form.module.css";
import type { Instant } from "@/core/time/instant";
import { instantToShortWords } from "@/core/time/words";
import { UTC } from "@/core/time/zone";
import type { WireSession } from "@/wire/account-lists";
import type { AccountClient } from "./account-client";
import { RemoveButton } from "./remove-button";
import rows from "./rows.module.css";
import { useAttempt } from "./use-attempt";

type Props = {
  readonly client: Pick<AccountClient, "endSession">;
  readonly sessions: readonly WireSession[];
  readonly onChanged: () => void;
};

/** Where an account is signed in; each session but this one can be ended, or all of them. */
export function SessionList({ client, sessions, onChanged }: Props) {
  const { attempt, problem, isBusy } = useAttempt([]);

  async function end(id: string | null): Promise<void> {
    if (await attempt(() => client.endSession(id))) onChanged();
  }

  return (
    <div className={form.form}>
      <ul className={rows.rows} aria-label="Sessions">
        {sessions.map(({ id, browser, address, madeAt, seenAt, isThis }) => (
          <li key={id}>
            <span className={rows.told}>
              <strong>{browser}</strong>
              <span>
                Signed in {toWords(madeAt)}
                {address !== null && ` from ${address}`}
              </span>
              {!isThis && <span>Last seen {toWords(seenAt)}</span>}
            </span>
            {isThis ? (
              <span className={rows.mark}>This one</span>
            ) : (
              <RemoveButton label="End" of={browser} isBusy={isBusy} onRemove={() => void end(id)} />
            )}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
      {sessions.length > 1 && (
        <div className={form.actions}>
          <button type="button" className={form.plain} aria-disabled={isBusy} onClick={() => void end(null)}>
            End all others
          </button>
        </div>
      )}
    </div>
  );
}

function toWords(at: number): string {
  return `${instantToShortWords(at as Instant, UTC)} UTC`;
}
