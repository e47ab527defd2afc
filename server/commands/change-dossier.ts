import { uuidv7 } from "uuidv7";
import { inField } from "@/core/record/field-error";
import { checkText, isSlug, LIMITS } from "@/core/record/limits";
import type { Dossier, Id } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { Instant } from "@/core/time/instant";
import type { Prisma } from "@/generated/prisma/client";
import { toPrismaRunner } from "../counts/runner";
import { settleCube, settleTally } from "../counts/settle-counts";
import type { Transaction } from "../db";
import { notifyChange } from "../live/notify-change";
import { loadNewestChange } from "../queries/load-newest-change";
import { rowToDossier } from "../rows/records";
import { toIdAfter } from "./id-after";
import { WriteRefusal } from "./write-refusal";

/** Who changes something, when and why. */
export type Signed = {
  readonly author: string;
  /** The author's account; `null` where there are none, and for the program itself. */
  readonly authorId: Id | null;
  readonly now: Instant;
  readonly reason: string | null;
  /** Who accepted what the author had proposed, where it was proposed. */
  readonly acceptedBy?: string;
};

/** A change of a dossier under way. Its transaction holds the dossier: the changes of one dossier follow one another. */
export type Change = Signed & {
  readonly tx: Transaction;
  readonly dossier: Dossier;
  /** Shared by all that it does. */
  readonly id: Id;
  /** Adds to the history of the dossier; written at the end. */
  readonly record: (entry: Entry) => void;
};

export type Entry = {
  readonly kind: RevisionKind;
  readonly subject: "dossier" | "source" | "passage" | "place" | "actor" | "event";
  readonly id: Id;
  readonly slug: string;
  /** The record as it was read; `null` where it was not there, or hidden. */
  readonly before: Prisma.InputJsonObject | null;
  readonly after: Prisma.InputJsonObject | null;
};

export type Changed<T> = {
  readonly result: T;
  readonly dossier: Dossier;
  /** `null` where there was nothing to do. */
  readonly changeId: Id | null;
};

// The cube of more events takes longer than a writer should wait; `settleStale` makes it, in a moment.
const MOST_AT_ONCE = 20_000;

/**
 * Runs `work` on a dossier, then writes its history, brings the counts up to date and tells who listens, all in the
 * transaction. Throws a WriteRefusal if there is no such dossier.
 */
export async function changeDossier<T>(
  tx: Transaction,
  slug: string,
  signed: Signed,
  work: (change: Change) => Promise<T>,
): Promise<Changed<T>> {
  const { reason } = signed;
  if (reason !== null) inField("reason", () => checkText("The reason", reason, LIMITS.note));
  const dossier = await takeDossier(tx, slug);
  const id = uuidv7();
  const entries: Entry[] = [];
  const result = await work({ ...signed, tx, dossier, id, record: (entry) => entries.push(entry) });
  if (entries.length === 0) return { result, dossier, changeId: null };
  const events = await settleTally(toPrismaRunner(tx), dossier.id);
  if (events <= MOST_AT_ONCE) await settleCube(toPrismaRunner(tx), dossier.id);
  await writeHistory(tx, dossier.id, id, signed, entries);
  return { result, dossier, changeId: id };
}

/** Writes entries of a history that all belong to one change, in their order, and tells who listens. */
export async function writeHistory(
  tx: Transaction,
  dossierId: Id,
  changeId: Id,
  { author, authorId, now, reason, acceptedBy }: Signed,
  entries: readonly Entry[],
): Promise<void> {
  let last = await loadNewestChange(tx, dossierId);
  const numbered = entries.map((entry) => {
    last = toIdAfter(last);
    return { ...entry, revisionId: last };
  });
  await tx.revision.createMany({
    data: numbered.map(({ kind, subject, id, before, after, revisionId }) => ({
      ...{ dossierId, id: revisionId, subjectKind: subject, subjectId: id, at: new Date(now) },
      ...{
        author,
        authorId,
        acceptedBy: acceptedBy ?? null,
        kind,
        reason,
        changeId,
        change: { before, after },
      },
    })),
  });
  for (const { kind, subject, slug, revisionId } of numbered) {
    if (!isTold(subject, kind)) continue;
    await notifyChange(toPrismaRunner(tx), {
      dossierId,
      id: revisionId,
      subject: `${subject}:${slug}`,
      kind,
    });
  }
}

// Of passages, places and actors is heard with what refers to them, but for a decision about a passage.
function isTold(subject: Entry["subject"], kind: RevisionKind): boolean {
  if (subject === "passage") return kind === "changed";
  return subject === "dossier" || subject === "source" || subject === "event";
}

// Weak enough that others may read on; strong enough that an import and a change wait for each other.
async function takeDossier(tx: Transaction, slug: string): Promise<Dossier> {
  const unknown = new WriteRefusal("unknown", `There is no dossier ${slug}.`);
  if (!isSlug(slug)) throw unknown;
  await tx.$queryRaw`select id from dossier where slug = ${slug} for no key update`;
  const row = await tx.dossier.findUnique({ where: { slug } });
  if (row === null) throw unknown;
  return rowToDossier(row);
}
