import { uuidv7 } from "uuidv7";
import { toCheckedSource } from "@/core/record/check-source";
import type { Source } from "@/core/record/record";
import type { NewSource } from "@/wire/write";
import type { Change } from "./change-dossier";
import { toFreeSlug } from "./free-slug";
import { insertSources } from "./insert-sources";
import { toSha256 } from "./sha256";
import { toSourceState } from "./store-source";
import { toOrigin } from "./to-origin";

/** Adds a document as it was read. Throws a FieldError that names what cannot be. */
export async function createSource(change: Change, asked: NewSource): Promise<Source> {
  const { tx, dossier, record } = change;
  const { document, reason: _, ...stated } = asked;
  const own = { id: uuidv7(), slug: "", version: 1 };
  const checked = toCheckedSource("The source", stated, own, toSha256);
  const source = { ...checked, slug: await toFreeSlug(tx, dossier.id, "source", checked.title) };
  await insertSources(tx, dossier.id, [source], await toOrigin(change, document));
  const { id, slug } = source;
  record({ kind: "created", subject: "source", id, slug, before: null, after: toSourceState(source) });
  return source;
}
