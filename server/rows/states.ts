import type { Citation, DossierEvent, Passage, Source } from "@/core/record/record";
import type { Prisma } from "@/generated/prisma/client";
import { columnsToWhen, type WhenColumns } from "./when-columns";

type Json = Prisma.JsonObject;

/**
 * What an entry of a history says of its subject, before and after: `null` where it was not there or was hidden,
 * `undefined` where the entry does not say.
 */
export type States = { readonly before: Json | null | undefined; readonly after: Json | null | undefined };

/** The states in the column of a revision, in each of the forms in which they have been written. */
export function toStates(change: Prisma.JsonValue): States {
  const { created, imported, before, after } = toObject(change) ?? {};
  if (created !== undefined) return { before: null, after: toObject(created) };
  // The row of a file is not kept: the event says what it said, or the next entry what it had said.
  if (imported !== undefined) return { before: null, after: undefined };
  return { before: toObject(before), after: toObject(after) };
}

/** The event in a state; an import writes the columns of its date, and the program the date itself. */
export function stateToEvent(state: Json): DossierEvent {
  if (!("edtf" in state)) return { version: 1, ...state } as unknown as DossierEvent;
  const row = state as unknown as DossierEvent & WhenColumns & { citations: (Citation & WhenColumns)[] };
  const { id, slug, title, category, basisId, placeId, placeRule, isLeg, originId, participations } = row;
  return {
    ...{ id, slug, title, category, when: columnsToWhen(row), basisId, placeId, placeRule, isLeg, originId },
    participations,
    citations: row.citations.map(toCitation),
    version: row.version ?? 1,
  };
}

function toCitation(row: Citation & WhenColumns): Citation {
  const { id, passageId, assertion, timeWords, timeRule, placeWords, speaker } = row;
  return { id, passageId, assertion, timeWords, when: columnsToWhen(row), timeRule, placeWords, speaker };
}

/** The source in a state, without its text. */
export function stateToSource(state: Json): Source {
  return { version: 1, publishes: "full", ...state, text: "" } as unknown as Source;
}

/** The passage in a state; those made before sources had more texts than one say nothing of them. */
export function stateToPassage(state: Json): Passage {
  return { isKept: false, ...state } as unknown as Passage;
}

function toObject(value: Prisma.JsonValue | undefined): Json | null | undefined {
  if (value === undefined || value === null) return value;
  return typeof value === "object" && !Array.isArray(value) ? (value as Json) : undefined;
}
