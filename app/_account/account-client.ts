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
  changeRole: (dossier, member, role) =>
    send("PUT", `/api/v1/dossiers/${dossier}/members/${member}`, { role }),
  removeMember: (dossier, member) => send("DELETE", `/api/v1/dossiers/${dossier}/members/${member}`),
  invite: (dossier, role) => send("POST", `/api/v1/dossiers/${dossier}/invitations`, { role }),
  revokeInvitation: (dossier, id) => send("DELETE", `/api/v1/dossiers/${dossier}/invitations/${id}`),
  readInvitation: (token) => send("POST", "/api/v1/invitation", { token }),
  acceptInvitation: (token, account) =>
    send("POST", "/api/v1/invitation/accept", { token, ...(account ? { account } : {}) }),
  makeKey: (order) => send("POST", "/api/v1/keys", order),
  revokeKey: (id) => send("DELETE", `/api/v1/keys/${id}`),
  endSession: (id) => send("DELETE", `/api/v1/sessions${id === null ? "" : `/${id}`}`),
};

async function send<T>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<AccountOutcome<T>> {
  try {
    const json = { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(path, { method, ...(body === undefined ? {} : json) });
    if (response.ok) return { kind: "done", value: response.status === 204 ? null : await response.json() };
    const { detail, faults = [] }: Problem = await response.json();
    return { kind: "refused", reason: detail, faults };
  } catch {
    return { kind: "refused", reason: "The server does not answer. Try again.", faults: [] };
  }
}
