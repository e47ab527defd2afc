import type { AccountClient, AccountOutcome } from "@/components/account/account-client";
import type { Problem } from "@/wire/problem";

/** The way of an account's forms to the server of this page. */
export const accountClient: AccountClient = {
  setUp: (order) => send("POST", "/api/v1/setup", order),
  signIn: (order) => send("POST", "/api/v1/sign-in", order),
  signOut: (everywhere) => send("POST", "/api/v1/sign-out", { everywhere }),
  changePassword: (order) => send("POST", "/api/v1/password", order),
  changeVisibility: (dossier, visibility) =>
    send("PUT", `/api/v1/dossiers/${dossier}/visibility`, { visibility }),
};

async function send(method: "POST" | "PUT", path: string, body: unknown): Promise<AccountOutcome> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(path, { method, headers, body: JSON.stringify(body) });
    if (response.ok) return { kind: "done" };
    const { detail, faults = [] }: Problem = await response.json();
    return { kind: "refused", reason: detail, faults };
  } catch {
    return { kind: "refused", reason: "The server does not answer. Try again.", faults: [] };
  }
}
