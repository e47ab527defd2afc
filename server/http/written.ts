import type { Dossier, DossierEvent, Source } from "@/core/record/record";
import { encodeEvent, encodeSource } from "@/wire/api-event";
import type { Changed } from "../commands/change-dossier";
import type { Answer } from "../commands/once";
import type { Transaction } from "../db";
import { loadEvent } from "../queries/load-event";
import { loadToldEvents } from "../queries/load-told-events";

// What a write is answered with, whoever asked for it.

/** The event as it is now, for whoever saw another version. */
export async function presentEvent({ slug, event }: { readonly slug: string; readonly event: string }) {
  const told = await loadEvent(slug, event, null);
  return told && encodeEvent(slug, told);
}

export async function answerWithEvent(
  tx: Transaction,
  { result, dossier, changeId }: Changed<DossierEvent>,
  status: number,
): Promise<Answer> {
  const [told] = await loadToldEvents(tx, dossier.id, [result.id], null);
  if (!told) throw new Error(`Event ${result.slug}: it cannot be read after it was written.`);
  const location = status === 201 ? `/api/v1/dossiers/${dossier.slug}/events/${result.slug}` : null;
  return { status, location, changeId, body: JSON.stringify(encodeEvent(dossier.slug, told)) };
}

export function answerWithSource({ result, dossier, changeId }: Changed<Source>, status: number): Answer {
  const location = status === 201 ? `/api/v1/dossiers/${dossier.slug}/sources/${result.slug}` : null;
  return { status, location, changeId, body: JSON.stringify(encodeSource(result)) };
}

export function answerWithDossier({ result, changeId }: Changed<Dossier>, status: number): Answer {
  const location = status === 201 ? `/api/v1/dossiers/${result.slug}` : null;
  return { status, location, changeId, body: JSON.stringify(encodeDossier(result)) };
}

export function encodeDossier({ id: _, opening: __, ...dossier }: Dossier): object {
  return { ...dossier, page: `/d/${dossier.slug}` };
}

export function answerWithNothing({ changeId }: Changed<void>): Answer {
  return { status: 200, location: null, changeId, body: JSON.stringify({ changeId }) };
}
