import { isDeepStrictEqual } from "node:util";
import { toCheckedEvent } from "@/core/record/check-event";
import type { Id } from "@/core/record/record";
import type { Prisma } from "@/generated/prisma/client";
import { rowToPassage, rowToSource } from "../rows/records";
import { stateToEvent, stateToPassage, stateToSource } from "../rows/states";
import type { Change } from "./change-dossier";
import { hide } from "./hide-event";
import { coverSource, showSource } from "./hide-source";
import { isSame, replaceEvent } from "./replace-event";
import { show } from "./restore-event";
import { storeSource } from "./store-source";
import { loadOwnEvent } from "./take-event";
import { tiePassages } from "./tie-passages";
import { toWanted } from "./to-wanted";
import { updateDossier } from "./update-dossier";
import { WriteRefusal } from "./write-refusal";

type State = Prisma.JsonObject | null;

/** A kind of thing whose history can be gone back in. */
export type Revertible = "dossier" | "source" | "event" | "passage";

/**
 * Brings a thing into a state of its history, in a next version; `null` hides it. Nothing happens where it is in that
 * state. Throws a WriteRefusal or a FieldError if what it refers to is not there any more.
 */
export async function applyState(change: Change, subject: Revertible, id: Id, state: State): Promise<void> {
  switch (subject) {
    case "event":
      return applyEvent(change, id, state);
    case "source":
      return applySource(change, id, state);
    case "passage":
      return applyPassage(change, id, state);
    case "dossier":
      if (state === null) throw new WriteRefusal("conflict", "A dossier cannot be taken back as a whole.");
      await updateDossier(change, null, state as { title: string; summary: string }, "reverted");
  }
}

async function applyEvent(change: Change, id: Id, state: State): Promise<void> {
  const own = await loadOwnEvent(change, id);
  if (own === null) throw new WriteRefusal("gone", "The event is gone for good.");
  if (state === null) {
    if (!own.isHidden) await hide(change, "reverted", own.event, null);
    return;
  }
  const present = own.isHidden ? await show(change, "reverted", own.event) : own.event;
  const wanted = await toWanted(change, stateToEvent(state));
  const after = toCheckedEvent("The event", wanted, present, change.dossier.zone);
  if (!isSame(present, after)) await replaceEvent(change, "reverted", present, after);
}

async function applySource(change: Change, id: Id, state: State): Promise<void> {
  const { tx, dossier } = change;
  const row = await tx.source.findUnique({
    where: { dossierId_id: { dossierId: dossier.id, id } },
    include: { current: true },
  });
  if (row === null) throw new WriteRefusal("gone", "The source is gone for good.");
  const isHidden = row.hiddenAt !== null;
  const stored = rowToSource(row, row.current.text);
  if (state === null) {
    if (!isHidden) await coverSource(change, "reverted", stored);
    return;
  }
  const present = isHidden ? await showSource(change, "reverted", stored) : stored;
  const wanted = stateToSource(state);
  const text = await loadText(change, id, wanted.sha256);
  const after = { ...present, ...wanted, text, version: present.version + 1 };
  await storeSource(change, "reverted", present, after);
}

async function loadText({ tx, dossier }: Change, sourceId: Id, sha256: string): Promise<string> {
  const key = { dossierId: dossier.id, sourceId, sha256 };
  const row = await tx.sourceText.findUnique({ where: { dossierId_sourceId_sha256: key } });
  if (row === null) throw new WriteRefusal("gone", "This text of the source is gone for good.");
  return row.text;
}

// A passage that was made stays: events of the history may cite it.
async function applyPassage(change: Change, id: Id, state: State): Promise<void> {
  const { tx, dossier } = change;
  if (state === null) return;
  const row = await tx.passage.findUnique({ where: { dossierId_id: { dossierId: dossier.id, id } } });
  if (row === null) throw new WriteRefusal("gone", "The passage is gone for good.");
  const before = rowToPassage(row);
  const after = stateToPassage(state);
  if (!isDeepStrictEqual(before, after)) await tiePassages(change, "moved", [{ before, after }]);
}
