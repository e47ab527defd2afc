import { toCheckedEvent } from "@/core/record/check-event";
import type { Id } from "@/core/record/record";
import type { Prisma } from "@/generated/prisma/client";
import { rowToSource } from "../rows/records";
import { stateToEvent, stateToSource } from "../rows/states";
import type { Change } from "./change-dossier";
import { hide } from "./hide-event";
import { coverSource, showSource } from "./hide-source";
import { isSame, replaceEvent } from "./replace-event";
import { show } from "./restore-event";
import { storeSource } from "./store-source";
import { loadOwnEvent } from "./take-event";
import { toWanted } from "./to-wanted";
import { updateDossier } from "./update-dossier";
import { WriteRefusal } from "./write-refusal";

type State = Prisma.JsonObject | null;

/** A kind of thing whose history can be gone back in. */
export type Revertible = "dossier" | "source" | "event";

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
  const row = await tx.source.findUnique({ where: { dossierId_id: { dossierId: dossier.id, id } } });
  if (row === null) throw new WriteRefusal("gone", "The source is gone for good.");
  const isHidden = row.hiddenAt !== null;
  if (state === null) {
    if (!isHidden) await coverSource(change, "reverted", rowToSource(row));
    return;
  }
  const present = isHidden ? await showSource(change, "reverted", rowToSource(row)) : rowToSource(row);
  const { text, sha256 } = present;
  const after = { ...present, ...stateToSource(state), text, sha256, version: present.version + 1 };
  await storeSource(change, "reverted", present, after);
}
