import type { Visibility } from "@/core/record/roles";
import { writeAudit } from "../access/write-audit";
import { toPrismaRunner } from "../counts/runner";
import type { Transaction } from "../db";
import { notifyAccess } from "../live/notify-access";
import type { Signed } from "./change-dossier";
import { WriteRefusal } from "./write-refusal";

/** Decides who sees a dossier; throws a WriteRefusal if it is not there. */
export async function changeVisibility(
  tx: Transaction,
  slug: string,
  { authorId }: Pick<Signed, "authorId">,
  address: string | null,
  visibility: Visibility,
): Promise<void> {
  const [before] = await tx.$queryRaw<{ id: string; visibility: string }[]>`
    select id, visibility from dossier where slug = ${slug} for no key update`;
  if (!before) throw new WriteRefusal("unknown", `There is no dossier ${slug}.`);
  if (before.visibility === visibility) return;
  await tx.dossier.update({ where: { slug }, data: { visibility } });
  await notifyAccess(toPrismaRunner(tx), { dossierId: before.id, userId: null });
  const detail = { from: before.visibility, to: visibility };
  await writeAudit(tx, {
    kind: "visibility-changed",
    userId: authorId,
    dossierId: before.id,
    address,
    detail,
  });
}
