import type * as z from "zod";
import {
  NewOwnerSchema,
  PasswordChangeSchema,
  SignInSchema,
  SignOutSchema,
  VisibilitySchema,
} from "./account";
import { ApiKeysSchema, NewApiKeySchema } from "./api-keys";
import { AuditQuerySchema, AuditSchema } from "./audit";
import {
  AcceptanceSchema,
  InvitationsSchema,
  InvitationTokenSchema,
  MemberRoleSchema,
  MembersSchema,
  NewInvitationSchema,
} from "./members";
import { NoQuerySchema } from "./plain-queries";
import { SessionsSchema } from "./sessions";

/** What concerns accounts, and who sees what. */
export type AccountAction = {
  readonly method: "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly answers: Readonly<Record<string, string>>;
};

const NO_MEMBER = "There is no such dossier or member.";
const LAST_OWNER = "It is the last owner.";
const SPENT = "The link is not good any more.";
const LIMITED =
  "Ten attempts failed within fifteen minutes, or too much was sent in a short time; Retry-After says when to try again.";

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
  {
    ...{ method: "put", path: "/api/v1/dossiers/{slug}/members/{member}", body: MemberRoleSchema },
    summary: "Gives a member another role; for the dossier's owners.",
    answers: { 200: "As it is then.", 404: NO_MEMBER, 409: LAST_OWNER },
  },
  {
    ...{ method: "delete", path: "/api/v1/dossiers/{slug}/members/{member}" },
    summary: "Sends a member away; for the dossier's owners.",
    answers: { 204: "They are no member any more.", 404: NO_MEMBER, 409: LAST_OWNER },
  },
  {
    ...{ method: "post", path: "/api/v1/dossiers/{slug}/invitations", body: NewInvitationSchema },
    summary: "Makes a link by which one more becomes a member, within seven days; for the dossier's owners.",
    answers: { 201: "The invitation, and the path of its link, which is told only now." },
  },
  {
    ...{ method: "delete", path: "/api/v1/dossiers/{slug}/invitations/{invitation}" },
    summary: "Takes an invitation back.",
    answers: { 204: "Its link is not good any more.", 404: "There is none." },
  },
  {
    ...{ method: "post", path: "/api/v1/invitation", body: InvitationTokenSchema },
    summary: "Into what a link invites, for whoever holds it.",
    answers: { 200: "The title of the dossier and the role.", 403: SPENT },
  },
  {
    ...{ method: "post", path: "/api/v1/invitation/accept", body: AcceptanceSchema },
    summary: "Makes whoever is signed in a member, or an account that is one, and signs it in.",
    answers: { 200: "The slug of the dossier; the cookie of the session of a new account.", 403: SPENT },
  },
  {
    ...{ method: "post", path: "/api/v1/keys", body: NewApiKeySchema },
    summary: "Makes a key of the account that is signed in.",
    answers: { 201: "The key, whose text is told only now.", 409: "The account has too many." },
  },
  {
    ...{ method: "delete", path: "/api/v1/keys/{key}" },
    summary: "Revokes a key.",
    answers: { 204: "It opens nothing any more.", 404: "There is none." },
  },
  {
    ...{ method: "delete", path: "/api/v1/sessions" },
    summary: "Ends all sessions of the account but the one that asks.",
    answers: { 204: "They have ended." },
  },
  {
    ...{ method: "delete", path: "/api/v1/sessions/{session}" },
    summary: "Ends a session of the account.",
    answers: { 204: "It has ended.", 404: "There is none." },
  },
];

/** What of accounts and of who may do what can be read. */
export const ACCOUNT_RESOURCES = [
  {
    path: "/api/v1/dossiers/{slug}/members",
    summary: "Who belongs to the dossier, and as what; for its owners.",
    query: NoQuerySchema,
    answer: MembersSchema,
  },
  {
    path: "/api/v1/dossiers/{slug}/invitations",
    summary: "The invitations that can be used yet; for the dossier's owners.",
    query: NoQuerySchema,
    answer: InvitationsSchema,
  },
  {
    path: "/api/v1/dossiers/{slug}/audit",
    summary: "What of the record of what concerns safety is about the dossier; for its owners.",
    query: AuditQuerySchema,
    answer: AuditSchema,
  },
  {
    path: "/api/v1/audit",
    summary: "The record of what concerns safety; for administrators.",
    query: AuditQuerySchema,
    answer: AuditSchema,
  },
  {
    path: "/api/v1/keys",
    summary: "The keys of the account that is signed in.",
    query: NoQuerySchema,
    answer: ApiKeysSchema,
  },
  {
    path: "/api/v1/sessions",
    summary: "The sessions of the account that is signed in.",
    query: NoQuerySchema,
    answer: SessionsSchema,
  },
];
