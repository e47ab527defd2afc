import { uuidv7 } from "uuidv7";
import type { Dataset, Id } from "@/core/record/record";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "../db";

/** Writes the first entry in the history of everything in the dataset. */
export async function recordCreation(tx: Transaction, dataset: Dataset, author: string): Promise<void> {
  const { dossier, sources, passages, places, actors, events } = dataset;
  const toRows = (subjectKind: string, subjects: readonly { readonly id: Id }[]) =>
    subjects.map((subject) => ({
      dossierId: dossier.id,
      id: uuidv7(),
      subjectKind,
      subjectId: subject.id,
      author,
      change: { created: subject } satisfies Prisma.InputJsonObject,
    }));
  await tx.revision.createMany({
    data: [
      ...toRows("dossier", [dossier]),
      // A text is kept once, by its source; its hash says which one is meant.
      ...toRows(
        "source",
        sources.map(({ text: _, ...source }) => source),
      ),
      ...toRows("passage", passages),
      ...toRows("place", places),
      ...toRows("actor", actors),
      ...toRows("event", events),
    ],
  });
}
