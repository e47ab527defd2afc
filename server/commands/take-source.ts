import { isSlug } from "@/core/record/limits";
import type { Source } from "@/core/record/record";
import { rowToSource } from "../rows/records";
import type { Change } from "./change-dossier";
import { checkSeen } from "./take-event";
import { WriteRefusal } from "./write-refusal";

/** A source to be changed; as `takeEvent`. */
export async function takeSource(
  change: Pick<Change, "tx" | "dossier">,
  slug: string,
  seen: number | null,
): Promise<Source> {
  const row = await findSource(change, slug);
  if (row.hiddenAt !== null) throw new WriteRefusal("gone", `The source ${slug} was deleted.`);
  checkSeen(`The source ${slug}`, row.version, seen);
  return rowToSource(row, row.current.text);
}

/** A source that was deleted, to be shown again. */
export async function takeHiddenSource(
  change: Pick<Change, "tx" | "dossier">,
  slug: string,
): Promise<Source> {
  const row = await findSource(change, slug);
  if (row.hiddenAt === null) throw new WriteRefusal("conflict", `The source ${slug} is not deleted.`);
  return rowToSource(row, row.current.text);
}

async function findSource({ tx, dossier }: Pick<Change, "tx" | "dossier">, slug: string) {
  const unknown = new WriteRefusal("unknown", `There is no source ${slug} in dossier ${dossier.slug}.`);
  if (!isSlug(slug)) throw unknown;
  const row = await tx.source.findUnique({
    where: { dossierId_slug: { dossierId: dossier.id, slug } },
    include: { current: { select: { text: true } } },
  });
  if (row !== null) return row;
  const grave = await tx.tombstone.findUnique({
    where: { dossierId_subjectKind_slug: { dossierId: dossier.id, subjectKind: "source", slug } },
  });
  throw grave === null ? unknown : new WriteRefusal("gone", `The source ${slug} is gone for good.`);
}
