import { unlessAway } from "../database-away";
import { database } from "../db";
import { openChangeStream } from "../live/change-stream";
import { loadDossierId } from "../queries/load-dossier-id";
import { type Handler, toFailure } from "./endpoint";
import { Refusal } from "./refusal";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The changes of a dossier as they happen. */
export const answerLive: Handler<{ slug: string }> = async (request, { params }) => {
  try {
    const { slug } = await params;
    const after =
      request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after") ?? null;
    if (after !== null && !ID.test(after)) {
      const fault = { parameter: "after", value: after, reason: "Expected the id of a change." };
      throw new Refusal(400, "The query has faults.", [fault]);
    }
    const dossierId = await unlessAway(() => loadDossierId(slug, database()));
    if (dossierId === null) throw new Refusal(404, `There is no dossier ${slug}.`);
    return new Response(openChangeStream(dossierId, after, request.signal), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        // Compressed it would be kept back until there is enough of it; so would a proxy that keeps answers whole.
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      },
    });
  } catch (error) {
    return toFailure(request, error);
  }
};
