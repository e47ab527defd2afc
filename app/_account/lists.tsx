"use client";

import { useRouter } from "next/navigation";
import { InvitationPanel } from "@/components/account/invitation-panel";
import { KeyPanel } from "@/components/account/key-panel";
import { MemberList } from "@/components/account/member-list";
import { SessionList } from "@/components/account/session-list";
import type { Zone } from "@/core/time/zone";
import type { WireApiKey, WireInvitation, WireMember, WireSession } from "@/wire/account-lists";
import { accountClient } from "./account-client";

// What a page lists is asked for anew after each change; what a form has just shown stays.

export function MembersIsland(props: { dossier: string; members: readonly WireMember[] }) {
  const { refresh } = useRouter();
  return <MemberList client={accountClient} onChanged={refresh} {...props} />;
}

export function InvitationsIsland(props: {
  dossier: string;
  zone: Zone;
  invitations: readonly WireInvitation[];
}) {
  const { refresh } = useRouter();
  return <InvitationPanel client={accountClient} onChanged={refresh} {...props} />;
}

export function KeysIsland(props: {
  keys: readonly WireApiKey[];
  dossiers: readonly { slug: string; title: string }[];
}) {
  const { refresh } = useRouter();
  return <KeyPanel client={accountClient} onChanged={refresh} {...props} />;
}

export function SessionListIsland(props: { sessions: readonly WireSession[] }) {
  const { refresh } = useRouter();
  return <SessionList client={accountClient} onChanged={refresh} {...props} />;
}
