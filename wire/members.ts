import * as z from "zod";
import { ROLES } from "@/core/record/roles";
import { NewAccountSchema } from "./account";
import { Text } from "./text";

const RoleField = z.enum(ROLES).describe("What the member may do; each may do what those before it may.");
const Instant = z.int().describe("Milliseconds since 1970-01-01T00:00Z.");
const Token = Text.max(100).describe("From the link: what stands behind its number sign.");

export const MemberRoleSchema = z.strictObject({ role: RoleField }).meta({ id: "MemberRole" });

export const MembersSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        role: RoleField,
        since: Instant,
      }),
    ),
  })
  .meta({ id: "Members" });

export const InvitationsSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.uuid(),
          role: RoleField,
          madeBy: z.string(),
          madeAt: Instant,
          expiresAt: Instant,
        }),
      )
      .describe("Those that can be used yet, newest first."),
  })
  .meta({ id: "Invitations" });

export const NewInvitationSchema = z.strictObject({ role: RoleField }).meta({ id: "NewInvitation" });

export const InvitationTokenSchema = z.strictObject({ token: Token }).meta({ id: "InvitationToken" });

export const AcceptanceSchema = z
  .strictObject({
    token: Token,
    account: NewAccountSchema.optional(),
  })
  .meta({ id: "Acceptance" });
