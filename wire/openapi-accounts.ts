import type * as z from "zod";
import {
  NewOwnerSchema,
  PasswordChangeSchema,
  SignInSchema,
  SignOutSchema,
  VisibilitySchema,
} from "./account";

/** What concerns accounts, and who sees what. */
export type AccountAction = {
  readonly method: "post" | "put";
  readonly path: string;
  readonly summary: string;
  readonly body: z.ZodType;
  readonly answers: Readonly<Record<string, string>>;
};

const LIMITED = "Ten attempts failed within fifteen minutes; Retry-After says when to try again.";

export const ACCOUNT_ACTIONS: readonly AccountAction[] = [
  {
    ...{ method: "post", path: "/api/v1/setup", body: NewOwnerSchema },
    summary: "Makes the first account, by the link that the start of the program prints, and signs it in.",
    answers: { 200: "The account, and the cookie of its session.", 403: "The link is not good any more." },
  },
  {
    ...{ method: "post", path: "/api/v1/sign-in", body: SignInSchema },
    summary: "Begins a session.",
    answers: {
      200: "The account, and the cookie of its session.",
      401: "The e-mail address or the password is wrong.",
      429: LIMITED,
    },
  },
  {
    ...{ method: "post", path: "/api/v1/sign-out", body: SignOutSchema },
    summary: "Ends the session, or all of the account.",
    answers: { 204: "It has ended." },
  },
  {
    ...{ method: "post", path: "/api/v1/password", body: PasswordChangeSchema },
    summary: "Changes the password; all sessions end but a new one.",
    answers: { 200: "The account, and the cookie of its new session.", 429: LIMITED },
  },
  {
    ...{ method: "put", path: "/api/v1/dossiers/{slug}/visibility", body: VisibilitySchema },
    summary: "Decides who sees the dossier; for its owners.",
    answers: { 200: "As it is then.", 404: "There is no such dossier." },
  },
];
