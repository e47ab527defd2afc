import { toCheckedDossier } from "@/core/record/check-setting";
import type { Dossier } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { DossierPatch } from "@/wire/write";
import type { Change } from "./change-dossier";
import { checkSeen } from "./take-event";

/** Changes what a dossier says of itself; what is left out stays. Throws a FieldError or a WriteRefusal. */
export async function updateDossier(
  change: Change,
  seen: number | null,
  { title, summary }: DossierPatch,
  kind: RevisionKind = "changed",
): Promise<Dossier> {
  const { tx, dossier: before, record } = change;
  checkSeen(`The dossier ${before.slug}`, before.version, seen);
  const stated = toCheckedDossier({
    title: title ?? before.title,
    summary: summary ?? before.summary,
    zone: before.zone,
  });
  if (stated.title === before.title && stated.summary === before.summary) return before;
  const after = { ...before, ...stated, version: before.version + 1 };
  await tx.dossier.update({
    where: { id: before.id },
    data: { title: after.title, summary: after.summary, version: after.version },
  });
  record({ kind, subject: "dossier", id: before.id, slug: before.slug, before, after });
  return after;
}
