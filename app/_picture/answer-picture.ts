import type { Card } from "@/components/card/card";
import { DatabaseAway } from "@/server/database-away";
import { isUnchanged, toEntityTag } from "@/server/http/entity-tag";
import { drawCard } from "./draw-card";

type Picture = { readonly png: Uint8Array<ArrayBuffer>; readonly etag: string };

// A link that is shared is fetched by many programs within minutes; drawing takes a fifth of a second. 64 pictures are
// some six megabytes.
const KEPT = 64;
const kept = new Map<string, Promise<Picture>>();

/** The card's picture, not sent again to who has it; 404 without a card, 503 while the database is away. */
export async function answerPicture(
  loadCard: Promise<Card | null>,
  ifNoneMatch: string | null,
): Promise<Response> {
  try {
    const card = await loadCard;
    if (card === null) return new Response(null, { status: 404 });
    const { png, etag } = await toPicture(card);
    const headers = { etag, "cache-control": "no-cache" };
    if (isUnchanged(ifNoneMatch, etag)) return new Response(null, { status: 304, headers });
    return new Response(png, { headers: { ...headers, "content-type": "image/png" } });
  } catch (error) {
    if (!(error instanceof DatabaseAway)) throw error;
    return new Response(null, { status: 503, headers: { "retry-after": "2" } });
  }
}

/** Draws each card once, as long as what it says stays the same; the one that was asked for longest ago makes room. */
function toPicture(card: Card): Promise<Picture> {
  const key = JSON.stringify(card);
  const picture = kept.get(key) ?? drawPicture(card);
  kept.delete(key);
  kept.set(key, picture);
  // A failure is not worth keeping.
  picture.catch(() => kept.delete(key));
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  return picture;
}

async function drawPicture(card: Card): Promise<Picture> {
  const png = await drawCard(card);
  return { png, etag: toEntityTag(png) };
}
