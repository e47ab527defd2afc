import type { Id, Source } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import { loadTellers } from "../counts/load-tellers";
import { toPrismaRunner } from "../counts/runner";
import { tellEvents } from "../counts/tell-events";
import { rowToEvent } from "../rows/records";
import type { Change } from "./change-dossier";
import { movePassages } from "./move-passages";
import { whileCounted } from "./store-event";

/**
 * Stores what is said of a source, and which of its texts it has. Where it was published on another day, the events that it reports
 * are told anew.
 */
export async function storeSource(
  change: Change,
  kind: RevisionKind,
  before: Source,
  after: Source,
): Promise<void> {
  const { tx, dossier, record } = change;
  const { id, slug, text: _, ...data } = after;
  const where = { dossierId_id: { dossierId: dossier.id, id } };
  if (before.publishedOn === after.publishedOn) await tx.source.update({ where, data });
  else {
    const reported = await loadReported(change, id);
    const ids = reported.map((event) => event.id);
    await whileCounted(change, ids, async () => {
      await tx.source.update({ where, data });
      const tellers = await loadTellers(toPrismaRunner(tx), dossier.id, reported);
      await tellEvents(toPrismaRunner(tx), dossier.id, reported, tellers);
    });
  }
  const states = { before: toSourceState(before), after: toSourceState(after) };
  record({ kind, subject: "source", id, slug, ...states });
  if (before.sha256 !== after.sha256) await movePassages(change, after);
}

/** What the history keeps of a source: its text is kept once, by itself, and its hash says which one is meant. */
export function toSourceState({ text: _, ...state }: Source): Omit<Source, "text"> {
  return state;
}

// Hidden ones too: they may come back.
async function loadReported({ tx, dossier }: Change, sourceId: Id) {
  const rows = await tx.event.findMany({
    where: { dossierId: dossier.id, citations: { some: { passage: { sourceId } } } },
    include: { citations: { orderBy: { id: "asc" } }, participations: { orderBy: { position: "asc" } } },
  });
  return rows.map(rowToEvent);
}
