import * as z from "zod";
import type { Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import type { Runner } from "../counts/runner";
import { CHANNEL } from "./notify-change";

/** Who may see what was changed: of a dossier, of an account, or of an account in a dossier. */
export type ToldAccess = {
  /** `null` for all dossiers. */
  readonly dossierId: Id | null;
  /** `null` for all accounts. */
  readonly userId: Id | null;
};

const Told = z.strictObject({
  access: z.strictObject({ dossierId: z.uuid().nullable(), userId: z.uuid().nullable() }),
});

/**
 * Tells those who hear of changes to ask again whether they may, once the transaction is committed: what somebody may no
 * longer see ends at once, and not with the next change.
 */
export async function notifyAccess(run: Runner, access: ToldAccess): Promise<void> {
  await run.query(Prisma.sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ access })})::text`);
}

/** What was told of access in a notification; `null` for what `notifyAccess` did not write. */
export function parseAccessNotification(payload: string | undefined): ToldAccess | null {
  try {
    return Told.parse(JSON.parse(payload ?? "")).access;
  } catch {
    return null;
  }
}
