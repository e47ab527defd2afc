"use client";

import { PasswordForm } from "@/components/account/password-form";
import { SessionsEnd } from "@/components/account/sessions-end";
import { SetupForm } from "@/components/account/setup-form";
import { SignInForm } from "@/components/account/sign-in-form";
import { VisibilityForm } from "@/components/account/visibility-form";
import type { Visibility } from "@/core/record/roles";
import { accountClient } from "./account-client";

// Each with its one way to the server. Pages are loaded anew afterwards: what they show depends on who reads.

export function SignInIsland({ to }: { to: string }) {
  return <SignInForm client={accountClient} onSignedIn={() => window.location.assign(to)} />;
}

export function SetupIsland() {
  return <SetupForm client={accountClient} onMade={() => window.location.replace("/")} />;
}

export function PasswordIsland() {
  return <PasswordForm client={accountClient} />;
}

export function SessionsIsland() {
  return <SessionsEnd client={accountClient} onSignedOut={() => window.location.assign("/")} />;
}

export function VisibilityIsland(props: { dossier: string; present: Visibility }) {
  return <VisibilityForm client={accountClient} {...props} />;
}
