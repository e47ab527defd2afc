import { toEventDifference, toSourceDifference } from "@/core/record/difference";
import type { Id } from "@/core/record/record";
import type { Shown } from "@/wire/proposal";
import { loadNames } from "../queries/load-names";
import { type States, stateToEvent, stateToSource, toStates } from "../rows/states";
import type { Change, Entry } from "./change-dossier";

// Of an event that is cited often a few passages say which one is meant.
const MOST_PASSAGES = 5;

/** What an entry of a history says was done to an event or a source, in words, while it is done. */
export async function toShown(
  change: Pick<Change, "tx" | "dossier">,
  { subject, before, after }: Entry,
): Promise<Shown> {
  const states = toStates(JSON.parse(JSON.stringify({ before, after })));
  return subject === "source" ? toShownSource(states) : toShownEvent(change, states);
}

function toShownSource({ before, after }: States): Shown {
  const [old, next] = [before, after].map((state) => (state ? stateToSource(state) : null));
  const title = (next ?? old)?.title ?? "";
  return { title, differences: toSourceDifference(old ?? null, next ?? null), passages: [] };
}

async function toShownEvent(
  { tx, dossier }: Pick<Change, "tx" | "dossier">,
  { before, after }: States,
): Promise<Shown> {
  const [old = null, next = null] = [before, after].map((state) => (state ? stateToEvent(state) : null));
  const events = [old, next].filter((event) => event !== null);
  const differences = toEventDifference(old, next, await loadNames(tx, dossier.id, events));
  const cited = (next ?? old)?.citations.map(({ passageId }) => passageId) ?? [];
  const known = new Set(old?.citations.map(({ passageId }) => passageId));
  const added = cited.filter((id) => !known.has(id));
  const chosen = (added.length > 0 ? added : cited).slice(0, MOST_PASSAGES);
  return {
    title: (next ?? old)?.title ?? "",
    differences: differences.map((difference) => ({ ...difference })),
    passages: await loadPassages({ tx, dossier }, chosen),
  };
}

async function loadPassages(
  { tx, dossier }: Pick<Change, "tx" | "dossier">,
  ids: readonly Id[],
): Promise<Shown["passages"]> {
  const rows = await tx.passage.findMany({
    where: { dossierId: dossier.id, id: { in: [...ids] } },
    select: {
      ...{ id: true, prefix: true, exact: true, suffix: true },
      text: { select: { source: { select: { slug: true, title: true } } } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ prefix, exact, suffix, text }) => ({ source: text.source, prefix, exact, suffix }));
}
