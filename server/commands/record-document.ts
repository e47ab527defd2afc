import { uuidv7 } from "uuidv7";
import { LIMITS } from "@/core/record/limits";
import type { Obtained } from "@/core/record/obtained";
import { toWellFormed } from "@/core/text/code-points";
import type { Instant } from "@/core/time/instant";
import type { BlobName } from "../blobs/blobs";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import type { Signed } from "./change-dossier";

/** Notes who brought a document's bytes, when and how, for the source that is made of them. */
export async function recordDocument(
  sha256: BlobName,
  { author, authorId }: Pick<Signed, "author" | "authorId">,
  now: Instant,
  obtained: Obtained,
  db: Database = database(),
): Promise<void> {
  const fileName = obtained.fileName === null ? null : toStorable(obtained.fileName);
  await unlessAway(() =>
    db.document.create({
      data: {
        ...{ id: uuidv7(), sha256, author, authorId, at: new Date(now) },
        obtained: { ...obtained, fileName, addresses: [...obtained.addresses] },
      },
    }),
  );
}

// What a name may hold that PostgreSQL does not take is of no use to a reader either.
function toStorable(name: string): string {
  return [...toWellFormed(name).replaceAll("\0", "")].slice(0, LIMITS.name).join("");
}
