"use client";

import { JoinForm } from "@/components/account/join-form";
import { accountClient } from "./account-client";

/** Takes an invitation, and leads into the dossier. */
export function JoinIsland({ signedIn }: { signedIn: string | null }) {
  return (
    <JoinForm
      client={accountClient}
      signedIn={signedIn}
      onJoined={(dossier) => window.location.replace(`/d/${dossier}`)}
    />
  );
}
