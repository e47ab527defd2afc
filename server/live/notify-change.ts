import * as z from "zod";
import type { Id } from "@/core/record/record";
import { REVISION_KINDS, type RevisionKind } from "@/core/record/vocabulary";
import { Prisma } from "@/generated/prisma/client";
import type { Runner } from "../counts/runner";

/** The channel of PostgreSQL on which changes are told. */
export const CHANNEL = "dateline_change";

/** What those who look at a dossier hear of a change. */
export type ToldChange = {
  readonly dossierId: Id;
  /** Of the entry in the history. */
  readonly id: Id;
  /** "event:some-slug". */
  readonly subject: string;
  readonly kind: RevisionKind;
};

const Told = z.object({
  dossierId: z.uuid(),
  id: z.uuid(),
  subject: z.string(),
  kind: z.enum(REVISION_KINDS),
});

/** Tells of a change once its transaction is committed, and not at all if it is taken back. */
export async function notifyChange(run: Runner, change: ToldChange): Promise<void> {
  await run.query(Prisma.sql`select pg_notify(${CHANNEL}, ${JSON.stringify(change)})::text`);
}

/** The change in a notification; `null` for what `notifyChange` did not write. */
export function parseNotification(payload: string | undefined): ToldChange | null {
  try {
    return Told.parse(JSON.parse(payload ?? ""));
  } catch {
    return null;
  }
}
