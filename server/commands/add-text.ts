import { inField } from "@/core/record/field-error";
import { checkText, LIMITS } from "@/core/record/limits";
import type { Source } from "@/core/record/record";
import type { NewText } from "@/wire/write";
import type { Change } from "./change-dossier";
import { toSha256 } from "./sha256";
import { storeSource } from "./store-source";
import { takeSource } from "./take-source";
import { toOrigin } from "./to-origin";

/**
 * Gives a source another text; what it had stays, with the passages that are not found in the new one. Throws a
 * FieldError or a WriteRefusal.
 */
export async function addText(
  change: Change,
  slug: string,
  seen: number | null,
  { text: wanted, document }: NewText,
): Promise<Source> {
  const { tx, dossier } = change;
  const before = await takeSource(change, slug, seen);
  const text = inField("text", () => checkText("The text", wanted, LIMITS.text));
  const own = { dossierId: dossier.id, sourceId: before.id };
  const sha256 = toSha256(text);
  if (sha256 === before.sha256) return before;
  const had = await tx.sourceText.findMany({ where: own, select: { sha256: true, number: true } });
  // A text that it had before comes back as the version that it was.
  if (!had.some((one) => one.sha256 === sha256)) {
    const number = Math.max(...had.map((one) => one.number)) + 1;
    const origin = await toOrigin(change, document);
    await tx.sourceText.create({ data: { ...own, ...origin, sha256, text, number } });
  }
  const after = { ...before, text, sha256, version: before.version + 1 };
  await storeSource(change, "changed", before, after);
  return after;
}
