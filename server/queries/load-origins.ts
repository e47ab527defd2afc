import { isSlug } from "@/core/record/limits";
import type { Obtained } from "@/core/record/obtained";
import type { Instant } from "@/core/time/instant";
import type { Prisma } from "@/generated/prisma/client";
import { type BlobName, parseBlobName } from "../blobs/blobs";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { loadDossierId } from "./load-dossier-id";
import { SHOWN } from "./shown";

/** Where one text of a source comes from. */
export type Origin = {
  /** Counted from 1. */
  readonly number: number;
  readonly isPresent: boolean;
  readonly added: Signed | null;
  /** The name of the bytes that it was taken from; `null` if none are kept. */
  readonly document: BlobName | null;
  readonly obtained: (Obtained & Signed) | null;
};

type Signed = { readonly at: Instant; readonly by: string };

/** Where the texts of a source come from, the newest first; none if there is no such source. */
export async function loadOrigins(
  dossierSlug: string,
  sourceSlug: string,
  db: Database = database(),
): Promise<Origin[]> {
  return unlessAway(async () => {
    const dossierId = await loadDossierId(dossierSlug, db);
    if (dossierId === null || !isSlug(sourceSlug)) return [];
    const texts = await db.sourceText.findMany({
      where: { dossierId, source: { slug: sourceSlug, ...SHOWN } },
      orderBy: { number: "desc" },
      omit: { text: true },
      include: { source: { select: { sha256: true } } },
    });
    return texts.map((row) => ({
      number: row.number,
      isPresent: row.sha256 === row.source.sha256,
      added: toSigned(row.addedAt, row.addedBy),
      document: row.document === null ? null : parseBlobName(row.document),
      obtained: toObtained(row.obtained, toSigned(row.obtainedAt, row.obtainedBy)),
    }));
  });
}

function toSigned(at: Date | null, by: string | null): Signed | null {
  return at === null || by === null ? null : { at: at.getTime() as Instant, by };
}

// The program alone writes the column.
function toObtained(value: Prisma.JsonValue, signed: Signed | null): Origin["obtained"] {
  return value === null || signed === null ? null : { ...(value as unknown as Obtained), ...signed };
}
