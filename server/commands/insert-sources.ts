import type { Id, Source } from "@/core/record/record";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "../db";

/** What is known of where a text comes from. */
export type TextOrigin = Pick<
  Prisma.SourceTextUncheckedCreateInput,
  "document" | "addedAt" | "addedBy" | "obtainedAt" | "obtainedBy" | "obtained"
>;

/** Stores new sources, each with its first text. */
export async function insertSources(
  tx: Transaction,
  dossierId: Id,
  sources: readonly Source[],
  origin: TextOrigin = {},
): Promise<void> {
  // A source refers to its text: the text comes first.
  await tx.sourceText.createMany({
    data: sources.map(({ id, sha256, text }) => ({ ...origin, dossierId, sourceId: id, sha256, text })),
  });
  await tx.source.createMany({ data: sources.map(({ text: _, ...said }) => ({ ...said, dossierId })) });
}
