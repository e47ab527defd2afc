import { isDeepStrictEqual } from "node:util";
import type { Id } from "@/core/record/record";
import { rowToPassage } from "../rows/records";
import { type States, stateToPassage, toStates } from "../rows/states";
import { applyState, type Revertible } from "./apply-state";
import type { Change } from "./change-dossier";
import { WriteRefusal } from "./write-refusal";

const REVERTIBLE: readonly string[] = ["dossier", "source", "event", "passage"] satisfies Revertible[];

/** Brings the subject of an entry of the history into the state that the entry left it in. Throws a WriteRefusal. */
export async function restoreRevision(change: Change, revisionId: Id): Promise<void> {
  const row = await findRevision(change, revisionId);
  const { after } = toStates(row.change);
  if (after === undefined || !isRevertible(row.subjectKind) || row.subjectKind === "passage")
    throw unknownState();
  await applyState(change, row.subjectKind, row.subjectId, after);
}

/**
 * Takes back all that a change did, named by its id or that of one of its entries. Throws a WriteRefusal if something
 * of it has been changed since: taking it back would lose that.
 */
export async function undoChange(change: Change, id: Id): Promise<void> {
  for (const { subjectKind, subjectId, ...row } of await loadEntries(change, id)) {
    if (!isRevertible(subjectKind)) continue;
    const states = toStates(row.change);
    const { before } = states;
    if (before === undefined) throw unknownState();
    if (!(await isAsLeft(change, subjectKind, subjectId, states))) {
      throw new WriteRefusal("conflict", `The ${subjectKind} has been changed since; see its history.`);
    }
    await applyState(change, subjectKind, subjectId, before);
  }
}

// The last first, as they may rest on each other.
async function loadEntries({ tx, dossier }: Change, id: Id) {
  const row = await findRevision({ tx, dossier }, id).catch(() => null);
  const changeId = row?.changeId ?? id;
  const entries = await tx.revision.findMany({
    where: { dossierId: dossier.id, changeId },
    orderBy: { id: "desc" },
  });
  if (entries.length === 0) throw new WriteRefusal("unknown", `There is no change ${id}.`);
  return entries;
}

async function findRevision({ tx, dossier }: Pick<Change, "tx" | "dossier">, id: Id) {
  const row = await tx.revision.findUnique({ where: { dossierId_id: { dossierId: dossier.id, id } } });
  if (row === null) throw new WriteRefusal("unknown", `There is no entry ${id} in the history.`);
  return row;
}

async function isAsLeft(change: Change, subject: Revertible, id: Id, states: States): Promise<boolean> {
  if (subject !== "passage") return (await loadVersion(change, subject, id)) === toVersionAfter(states);
  // A passage has no versions of its own; one that was made by the change is not unmade.
  if (!states.before || !states.after) return true;
  const where = { dossierId_id: { dossierId: change.dossier.id, id } };
  const row = await change.tx.passage.findUnique({ where });
  return row !== null && isDeepStrictEqual(rowToPassage(row), stateToPassage(states.after));
}

async function loadVersion(
  { tx, dossier }: Change,
  subject: Exclude<Revertible, "passage">,
  id: Id,
): Promise<number | null> {
  const select = { version: true };
  const where = { dossierId_id: { dossierId: dossier.id, id } };
  if (subject === "dossier") return dossier.version;
  const row = await (subject === "event"
    ? tx.event.findUnique({ where, select })
    : tx.source.findUnique({ where, select }));
  return row?.version ?? null;
}

// Hiding makes a version too, which no state tells of.
function toVersionAfter({ before, after }: States): number {
  const state = after ?? before;
  const version = Number(state?.version ?? 1);
  return after === null ? version + 1 : version;
}

function isRevertible(subject: string): subject is Revertible {
  return REVERTIBLE.includes(subject);
}

function unknownState(): WriteRefusal {
  return new WriteRefusal("conflict", "This entry of the history does not say what was before.");
}
