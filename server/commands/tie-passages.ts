import type { Passage } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { Change } from "./change-dossier";

export type Tie = { readonly before: Passage; readonly after: Passage };

/**
 * Ties passages to other texts of their sources, or to another place in them; their words stay. By a statement that
 * compares each with the text: throws if one does not stand there.
 */
export async function tiePassages(
  { tx, dossier, record }: Change,
  kind: RevisionKind,
  ties: readonly Tie[],
): Promise<void> {
  if (ties.length === 0) return;
  const after = ties.map((tie) => tie.after);
  const tied = await tx.$executeRaw`
    update passage set
      "sourceSha256" = tied.sha256, start = tied.start, "end" = tied."end",
      prefix = tied.prefix, suffix = tied.suffix, "isKept" = tied."isKept"
    from unnest(
      ${after.map(({ id }) => id)}::uuid[],
      ${after.map(({ sourceSha256 }) => sourceSha256)}::text[],
      ${after.map(({ start }) => start)}::int[],
      ${after.map(({ end }) => end)}::int[],
      ${after.map(({ prefix }) => prefix)}::text[],
      ${after.map(({ suffix }) => suffix)}::text[],
      ${after.map(({ isKept }) => isKept)}::boolean[]
    ) as tied (id, sha256, start, "end", prefix, suffix, "isKept")
    where passage."dossierId" = ${dossier.id}::uuid and passage.id = tied.id
      and passage.exact = (
        select substring(text from tied.start + 1 for tied."end" - tied.start) from source_text
        where source_text."dossierId" = passage."dossierId" and source_text."sourceId" = passage."sourceId"
          and source_text.sha256 = tied.sha256)`;
  if (tied !== ties.length) {
    throw new Error(
      `Passages ${after.map(({ slug }) => slug).join(", ")}: one is not in the text it is tied to.`,
    );
  }
  for (const { before, after: now } of ties) {
    record({ kind, subject: "passage", id: now.id, slug: now.slug, before, after: now });
  }
}
