import * as z from "zod";
import { VISIBILITIES } from "@/core/record/roles";
import { Text, textUpTo } from "./text";

/** The lengths of a password, in UTF-16 units as the library for passwords counts them. */
export const PASSWORD_LENGTHS = { least: 8, most: 128 } as const;

const Email = textUpTo(254, Text.trim().toLowerCase());
const Password = Text.max(PASSWORD_LENGTHS.most, "The password is longer than 128 characters.");
const NewPassword = Password.min(PASSWORD_LENGTHS.least, "A password needs at least 8 characters.");

export const SignInSchema = z.strictObject({ email: Email, password: Password }).meta({ id: "SignIn" });

// Without a name among the schemas: this module is loaded once for pages and once for handlers, and a named schema within
// another would then be there twice.
export const NewAccountSchema = z.strictObject({
  name: textUpTo(100, Text.trim()).min(1, "A name is needed.").describe("Signs what the account changes."),
  email: Email.regex(/^[^\s@]+@[^\s@]+$/, "This is no e-mail address."),
  password: NewPassword,
});

export const NewOwnerSchema = z
  .strictObject({
    token: Text.max(100).describe("From the link that the start of the program prints."),
    ...NewAccountSchema.shape,
  })
  .meta({ id: "NewOwner" });

export const SignOutSchema = z
  .strictObject({
    everywhere: z.boolean().default(false).describe("Whether to end the account's other sessions too."),
  })
  .meta({ id: "SignOut" });

export const PasswordChangeSchema = z
  .strictObject({ current: Password, next: NewPassword })
  .meta({ id: "PasswordChange" });

export const VisibilitySchema = z
  .strictObject({
    visibility: z
      .enum(VISIBILITIES)
      .describe("Seen by everybody, by whoever has the address, or by members alone."),
  })
  .meta({ id: "Visibility" });
