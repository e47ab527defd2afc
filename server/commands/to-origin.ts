import type { Prisma } from "@/generated/prisma/client";
import type { Change } from "./change-dossier";
import type { TextOrigin } from "./insert-sources";
import { WriteRefusal } from "./write-refusal";

type Brought = {
  readonly at: Date;
  readonly author: string;
  readonly obtained: Prisma.InputJsonObject;
};

/**
 * Where a text that is added comes from: how the bytes it was taken from came to hand, if it was taken from any. Throws
 * a WriteRefusal if no such bytes were brought.
 */
export async function toOrigin(
  { tx, author, authorId, now }: Pick<Change, "tx" | "author" | "authorId" | "now">,
  document: string | null,
): Promise<TextOrigin> {
  const added = { addedAt: new Date(now), addedBy: author };
  if (document === null) return added;
  // Of all who brought the same bytes, whoever adds the text is meant, and the last time.
  // Held, so that its bytes are not swept away until the text refers to them.
  const [brought] = await tx.$queryRaw<Brought[]>`
    select at, author, obtained from document
    where sha256 = ${document} and "authorId" is not distinct from ${authorId}::uuid
      and ("authorId" is not null or author = ${author})
    order by at desc, id desc
    limit 1
    for share`;
  if (!brought) {
    const reason = "No such document was brought by this author within a week: bring it again.";
    throw new WriteRefusal("invalid", reason, "document");
  }
  const { at, author: obtainedBy, obtained } = brought;
  return { ...added, document, obtainedAt: at, obtainedBy, obtained };
}
