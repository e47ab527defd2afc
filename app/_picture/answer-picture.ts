import { headers as readHeaders } from "next/headers";
import type { Card } from "@/components/card/card";
import { admit, isPersonal } from "@/server/access/admit";
import type { RouteName } from "@/server/access/table";
import { DatabaseAway } from "@/server/database-away";
import { isUnchanged, toEntityTag } from "@/server/http/entity-tag";
import { drawCard } from "./draw-card";

type Picture = { readonly png: Uint8Array<ArrayBuffer>; readonly etag: string };

// A link that is shared is fetched by many programs within minutes; drawing takes a fifth of a second. 64 pictures are
// some six megabytes.
const KEPT = 64;
const kept = new Map<string, Promise<Picture>>();

/**
 * The card's picture, not sent again to who has it; 404 without a card and for whoever may not see what it shows, 503
 * while the database is away.
 */
export async function answerPicture(
  route: RouteName,
  slug: string | null,
  loadCard: () => Promise<Card | null>,
): Promise<Response> {
  try {
    const asked = new Headers(await readHeaders());
    const decision = await admit(route, "GET", slug, asked);
    const card = decision.isAdmitted ? await loadCard() : null;
    if (!decision.isAdmitted || card === null) return new Response(null, { status: 404 });
    const { png, etag } = await toPicture(card);
    const kept = isPersonal(decision.access)
      ? { "cache-control": "private, no-cache", vary: "cookie" }
      : { "cache-control": "no-cache" };
    const headers = { etag, ...kept };
    if (isUnchanged(asked.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
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
