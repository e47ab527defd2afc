import type { Day } from "../time/day";
import type { When } from "../time/when";
import type { DatasetIndex } from "./dataset-index";
import { toReading } from "./reading";
import type { DossierEvent } from "./record";
import type { Status } from "./vocabulary";

/** How an event was told from one day on, until the day on which it was told otherwise. */
export type Telling = {
  readonly fromDay: Day;
  /** `null`: it is told so today. */
  readonly toDay: Day | null;
  readonly status: Status;
  readonly when: When | null;
};

/**
 * The history of what an event's sources made of it, oldest first: its reading for every day that the second clock
 * can show. Throws if no source reports it.
 */
export function toTellings(
  event: DossierEvent,
  index: Pick<DatasetIndex, "passages" | "sources">,
): readonly [Telling, ...Telling[]] {
  const today = toReading(event, index, null);
  if (!today) throw new Error(`Event ${event.slug}: no source reports it.`);
  const days = [...new Set(today.citations.map(({ source }) => source.publishedOn))].toSorted();
  const tellings: Telling[] = [];
  for (const fromDay of days) {
    const reading = toReading(event, index, fromDay);
    if (!reading) continue;
    const last = tellings.at(-1);
    if (last && last.status === reading.status && last.when?.edtf === reading.when?.edtf) continue;
    if (last) tellings[tellings.length - 1] = { ...last, toDay: fromDay };
    tellings.push({ fromDay, toDay: null, status: reading.status, when: reading.when });
  }
  const [first, ...others] = tellings;
  if (!first) throw new Error(`Event ${event.slug}: no source reports it.`);
  return [first, ...others];
}
