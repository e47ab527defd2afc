import type { DossierEvent, Id } from "@/core/record/record";
import type { Transaction } from "../db";

/** Names the citation on which each event's date rests; apart from the insert, as event and citation need each other. */
export async function setBases(
  tx: Transaction,
  dossierId: Id,
  events: readonly DossierEvent[],
): Promise<void> {
  const resting = events.filter(({ basisId }) => basisId !== null);
  const ids = resting.map(({ id }) => id);
  const bases = resting.map(({ basisId }) => basisId);
  await tx.$executeRaw`
    update event
    set "basisId" = basis.id
    from unnest(${ids}::uuid[], ${bases}::uuid[]) as basis ("eventId", id)
    where event."dossierId" = ${dossierId}::uuid and event.id = basis."eventId"`;
}
