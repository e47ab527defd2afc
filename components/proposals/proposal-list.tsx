"use client";

import { useRef, useState } from "react";
import { Toast, type ToastMessage } from "@/components/editor/toast";
import type { Zone } from "@/core/time/zone";
import { ProposalCard } from "./proposal-card";
import styles from "./proposal-card.module.css";
import type { ProposalsClient } from "./proposals-client";
import type { ShownProposal } from "./shown-proposal";

type Props = {
  readonly client: ProposalsClient;
  readonly dossier: string;
  readonly zone: Zone;
  readonly proposals: readonly ShownProposal[];
  readonly canDecide: boolean;
  /** Brings what is stored now. */
  readonly onChanged: () => void;
};

/** What is proposed for a dossier, newest first. */
export function ProposalList({ client, dossier, zone, proposals, canDecide, onChanged }: Props) {
  const [toast, setToast] = useState<ToastMessage | null>(null);
  const list = useRef<HTMLUListElement>(null);

  function tell(text: string, change: string | null): void {
    const undo = change === null ? null : () => void takeBack(change);
    setToast((before) => ({ id: (before?.id ?? 0) + 1, text, link: null, undo }));
    // What had the focus goes with the decision.
    list.current?.focus();
    onChanged();
  }

  async function takeBack(change: string): Promise<void> {
    const outcome = await client.undoChange(dossier, change);
    if (outcome.kind === "done") return tell("Taken back; the proposal stays accepted.", null);
    tell("reason" in outcome ? outcome.reason : "It stays: somebody has changed it since.", null);
  }

  return (
    <>
      <ul ref={list} className={styles.list} tabIndex={-1} aria-label="Proposals">
        {proposals.map((proposal) => (
          <ProposalCard
            key={proposal.id}
            {...{ client, dossier, zone, proposal, canDecide }}
            onDecided={tell}
          />
        ))}
      </ul>
      <Toast message={toast} onGone={() => setToast(null)} />
    </>
  );
}
