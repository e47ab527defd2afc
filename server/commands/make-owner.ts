import { FieldError } from "@/core/record/field-error";
import { NewAccountSchema } from "@/wire/account";
import { checkPassword } from "../access/check-password";
import { writeAudit } from "../access/write-audit";
import type { Database } from "../db";
import { storeAccount, storePassword } from "./store-account";
import { transact } from "./transact";

type Outcome =
  | { readonly kind: "made" | "changed"; readonly email: string }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/**
 * Makes an account that may do everything, or lets the account of this address do so and gives it this password; for
 * whoever has the database.
 */
export async function makeOwner(
  db: Database,
  asked: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Outcome> {
  const result = NewAccountSchema.safeParse(asked);
  if (!result.success) {
    return { kind: "refused", reasons: result.error.issues.map(({ message }) => message) };
  }
  const { name, email, password } = result.data;
  try {
    checkPassword("password", password, { name, email });
    return await transact(db, async (tx) => {
      const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
      const userId = known?.id ?? (await storeAccount(tx, { name, email, password, isAdministrator: true }));
      if (known) {
        await tx.user.update({ where: { email }, data: { isAdministrator: true } });
        await storePassword(tx, userId, password);
      }
      await writeAudit(tx, { kind: known ? "password-changed" : "owner-made", userId, address: null });
      return { kind: known ? "changed" : "made", email };
    });
  } catch (error) {
    if (error instanceof FieldError) return { kind: "refused", reasons: [error.message] };
    throw error;
  }
}
