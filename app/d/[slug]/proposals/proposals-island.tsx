"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { proposalsClient } from "@/app/_editor/proposals-client";
import { ProposalList } from "@/components/proposals/proposal-list";
import type { ShownProposal } from "@/components/proposals/shown-proposal";
import type { Zone } from "@/core/time/zone";

type Props = {
  readonly dossier: string;
  readonly zone: Zone;
  readonly proposals: readonly ShownProposal[];
  readonly canDecide: boolean;
};

export function ProposalsIsland(props: Props) {
  const router = useRouter();
  const refresh = useCallback(() => router.refresh(), [router]);
  return <ProposalList client={proposalsClient} {...props} onChanged={refresh} />;
}
