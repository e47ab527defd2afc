import type { CitationPatch, EventPatch } from "./editor-client";
import type { EventRequest } from "./to-event-request";

/** What differs between two states of an event; where something of its date does, all that the date rests on is said. */
export function toEventPatch(before: EventRequest, after: EventRequest): EventPatch {
  const { basis: _, when, ...fields } = after.event;
  const { basis: __, when: whenBefore, ...fieldsBefore } = before.event;
  const basis = after.event.basis === null ? null : (after.citations[after.event.basis]?.id ?? null);
  const basisBefore = before.event.basis === null ? null : before.citations[before.event.basis]?.id;
  const citations = after.citations.flatMap(({ id, order }): CitationPatch[] => {
    const { source: _, start: __, end: ___, exact: ____, ...said } = order;
    const known = before.citations.find((one) => one.id === id);
    const change = known && id !== null ? pickChanged(said, known.order) : {};
    return id !== null && Object.keys(change).length > 0 ? [{ id, ...change }] : [];
  });
  const isDated = when !== whenBefore || basis !== basisBefore;
  return {
    ...pickChanged(fields, fieldsBefore),
    ...(isDated ? { when, basis } : {}),
    ...(citations.length > 0 ? { citations } : {}),
  };
}

/** The fields whose values are other ones. */
function pickChanged<T extends object>(after: T, before: Partial<T>): Partial<T> {
  const isOther = (name: keyof T) => JSON.stringify(after[name]) !== JSON.stringify(before[name]);
  const names = Object.keys(after) as (keyof T)[];
  const changed: Partial<T> = {};
  for (const name of names) if (isOther(name)) changed[name] = after[name];
  return changed;
}
