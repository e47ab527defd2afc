import { uuidv7 } from "uuidv7";
import { toCheckedDossier } from "@/core/record/check-setting";
import { FieldError } from "@/core/record/field-error";
import { isSlug } from "@/core/record/limits";
import type { Dossier } from "@/core/record/record";
import type { NewDossier } from "@/wire/write";
import { toPrismaRunner } from "../counts/runner";
import { settleCounts } from "../counts/settle-counts";
import type { Transaction } from "../db";
import { toShortDigest, toWords } from "../import/slugs";
import { recordToDossierRow } from "../rows/inputs";
import { type Changed, type Signed, writeHistory } from "./change-dossier";

/** Makes an empty dossier, owned by its author; throws a FieldError that names what cannot be. */
export async function createDossier(
  tx: Transaction,
  signed: Signed,
  asked: NewDossier,
): Promise<Changed<Dossier>> {
  const stated = toCheckedDossier(asked);
  const slug = asked.slug === undefined ? await toFree(tx, stated.title) : await toUntaken(tx, asked.slug);
  const dossier: Dossier = { ...stated, id: uuidv7(), slug, opening: null, version: 1 };
  await tx.dossier.create({ data: recordToDossierRow(dossier) });
  await tx.tally.create({
    data: { dossierId: dossier.id, version: 0, events: 0, undated: 0, unplaced: 0, sources: 0, places: 0 },
  });
  const { authorId } = signed;
  if (authorId !== null) {
    await tx.member.create({ data: { dossierId: dossier.id, userId: authorId, role: "owner" } });
  }
  await settleCounts(toPrismaRunner(tx), dossier.id);
  const changeId = uuidv7();
  await writeHistory(tx, dossier.id, changeId, signed, [
    { kind: "created", subject: "dossier", id: dossier.id, slug, before: null, after: dossier },
  ]);
  return { result: dossier, dossier, changeId };
}

async function toUntaken(tx: Transaction, slug: string): Promise<string> {
  if (!isSlug(slug))
    throw new FieldError("slug", "The address has to be lower-case words joined by hyphens.");
  const taken = await tx.dossier.findUnique({ where: { slug }, select: { id: true } });
  if (taken) throw new FieldError("slug", `There is a dossier ${slug} already.`);
  return slug;
}

async function toFree(tx: Transaction, title: string): Promise<string> {
  const words = toWords(title) || "dossier";
  const taken = await tx.dossier.findUnique({ where: { slug: words }, select: { id: true } });
  return taken ? `${words}-${toShortDigest(uuidv7())}` : words;
}
