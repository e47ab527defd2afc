import { compareWhens } from "../time/compatible";
import { toWhen } from "../time/edtf";
import { type Instant, toRange } from "../time/instant";
import type { Zone } from "../time/zone";
import { toCheckedDossier } from "./check-setting";
import type { Draft, DraftOpening, Making } from "./draft";
import { toEvents } from "./draft-events";
import { toActors, toPlaces } from "./draft-setting";
import { toSources } from "./draft-sources";
import { isSlug } from "./limits";
import type { Dataset, Opening } from "./record";

/** Turns a draft into records; throws at the first thing that is wrong, naming the thing and the value. */
export function toDataset(draft: Draft, making: Making): Dataset {
  try {
    return toCheckedDataset(draft, making);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Dossier ${draft.slug}: ${reason}`, { cause: error });
  }
}

function toCheckedDataset(draft: Draft, making: Making): Dataset {
  if (!isSlug(draft.slug)) throw new Error("the slug must be lower-case words joined by hyphens.");
  const stated = toCheckedDossier(draft);
  const { zone } = stated;
  const dossier = {
    ...stated,
    id: making.newId(),
    slug: draft.slug,
    opening: draft.opening ? toOpening(draft.opening, zone) : null,
    version: 1,
  };
  const { sources, passages } = toSources(draft.sources, making);
  const places = toPlaces(draft.places, making.newId);
  const actors = toActors(draft.actors, making.newId);
  const events = toEvents(draft.events, { zone, passages, places, actors, newId: making.newId });
  return {
    dossier,
    sources,
    passages,
    places,
    actors,
    events: events.toSorted((a, b) => compareWhens(a.when, b.when)),
    changeId: null,
  };
}

function toOpening({ from, to, playhead, map }: DraftOpening, zone: Zone): Opening {
  const start = toWhen(from, zone).bounds.beginEarliest;
  const end = toWhen(to, zone).bounds.endLatest;
  const at = toWhen(playhead, zone).bounds.beginEarliest;
  if (start === null || end === null || at === null) {
    throw new RangeError(`The opening view ${from}–${to} at ${playhead} must have no open end.`);
  }
  const window = toRange(start, end);
  if (!isInside(at, window))
    throw new RangeError(`The opening playhead ${playhead} lies outside ${from}–${to}.`);
  return { ...window, playhead: at, map: map ?? null };
}

function isInside(instant: Instant, { start, end }: { start: Instant; end: Instant }): boolean {
  return start <= instant && instant < end;
}
