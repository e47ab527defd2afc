import { isSlug } from "@/core/record/limits";
import type { Passage, Source } from "@/core/record/record";
import { rowToPassage } from "../rows/records";
import type { Change } from "./change-dossier";
import { WriteRefusal } from "./write-refusal";

/** A passage that is not in its source's present text. Throws a WriteRefusal. */
export async function takeBrokenPassage(
  { tx, dossier }: Pick<Change, "tx" | "dossier">,
  source: Source,
  slug: string,
): Promise<Passage> {
  const row = isSlug(slug)
    ? await tx.passage.findUnique({ where: { dossierId_slug: { dossierId: dossier.id, slug } } })
    : null;
  if (row === null || row.sourceId !== source.id) {
    throw new WriteRefusal("unknown", `There is no passage ${slug} of source ${source.slug}.`);
  }
  if (row.sourceSha256 === source.sha256) {
    throw new WriteRefusal("conflict", `The passage ${slug} is in the source's present text.`);
  }
  return rowToPassage(row);
}
