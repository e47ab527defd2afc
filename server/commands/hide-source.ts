import type { Source } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { Change } from "./change-dossier";
import { toSourceState } from "./store-source";
import { takeHiddenSource, takeSource } from "./take-source";
import { WriteRefusal } from "./write-refusal";

const MOST_NAMED = 3;

/** Deletes a source that no event cites, for as long as nobody restores it. Throws a WriteRefusal. */
export async function hideSource(change: Change, slug: string, seen: number | null): Promise<void> {
  await coverSource(change, "hidden", await takeSource(change, slug, seen));
}

/** Brings a deleted source back. Throws a WriteRefusal. */
export async function restoreSource(change: Change, slug: string): Promise<Source> {
  return showSource(change, "restored", await takeHiddenSource(change, slug));
}

export async function coverSource(change: Change, kind: RevisionKind, source: Source): Promise<void> {
  const { tx, dossier, author, now, reason, record } = change;
  const { id, slug, version } = source;
  const cited = { dossierId: dossier.id, hiddenAt: null, citations: { some: { passage: { sourceId: id } } } };
  const citing = await tx.event.findMany({ where: cited, select: { slug: true }, take: MOST_NAMED });
  if (citing.length > 0) {
    const names = citing.map((event) => event.slug).join(", ");
    throw new WriteRefusal(
      "conflict",
      `Events rest on the source ${slug}: ${names}. Take their citations of it away first.`,
    );
  }
  await tx.source.update({
    where: { dossierId_id: { dossierId: dossier.id, id } },
    data: { hiddenAt: new Date(now), hiddenBy: author, hiddenReason: reason, version: version + 1 },
  });
  record({ kind, subject: "source", id, slug, before: toSourceState(source), after: null });
}

export async function showSource(change: Change, kind: RevisionKind, hidden: Source): Promise<Source> {
  const { tx, dossier, record } = change;
  const source = { ...hidden, version: hidden.version + 1 };
  const { id, slug, version } = source;
  await tx.source.update({
    where: { dossierId_id: { dossierId: dossier.id, id } },
    data: { hiddenAt: null, hiddenBy: null, hiddenReason: null, version },
  });
  record({ kind, subject: "source", id, slug, before: null, after: toSourceState(source) });
  return source;
}
