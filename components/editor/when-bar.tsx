import { type Instant, type Range, toRange } from "@/core/time/instant";
import type { When } from "@/core/time/when";
import { rangeToWords, zoneToWords } from "@/core/time/words";
import { toBar } from "@/core/timeline/bar";
import { toExtent } from "@/core/timeline/window";
import styles from "./when-bar.module.css";

// Where neither end is known the bar fills its track, wherever that lies.
const ANYWHEN: Range = toRange(0 as Instant, 1 as Instant);

/** The four bounds of a date: solid where the event certainly lasts, faint where it may, and the same in words. */
export function WhenBar({ when }: { when: When }) {
  const { bounds, zone } = when;
  const extent = toExtent([when], ANYWHEN);
  const bar = toBar(when, extent);
  const toPortion = (at: Instant) => `${((at - extent.start) / (extent.end - extent.start)) * 100}%`;
  const toStretch = (from: Instant, to: Instant) => ({
    insetInlineStart: toPortion(from),
    insetInlineEnd: `calc(100% - ${toPortion(to)})`,
  });
  const begin = toEndWords(bounds.beginEarliest, bounds.beginLatest, zone);
  const end = toEndWords(bounds.endEarliest, bounds.endLatest, zone);
  const at = bounds.beginEarliest ?? bounds.endLatest;
  return (
    <div className={styles.when}>
      <div className={styles.track} aria-hidden="true">
        <span
          className={styles.faint}
          data-left={bar.opensLeft}
          data-right={bar.opensRight}
          style={toStretch(bar.start, bar.end)}
        />
        {bar.solidStart < bar.solidEnd && (
          <span className={styles.solid} style={toStretch(bar.solidStart, bar.solidEnd)} />
        )}
      </div>
      <p className={styles.words}>
        {begin === end ? `Begins and ends within ${begin}` : `Begins within ${begin}, ends within ${end}`}
        {at !== null && <span> · {zoneToWords(zone, at)}</span>}
      </p>
    </div>
  );
}

function toEndWords(earliest: Instant | null, latest: Instant | null, zone: When["zone"]): string {
  if (earliest !== null && latest !== null) return rangeToWords(toRange(earliest, latest), zone);
  if (earliest !== null) return `what follows ${toFirstDay(earliest, zone)}`;
  if (latest !== null) return `what precedes ${toFirstDay(latest, zone)}`;
  return "no known time";
}

function toFirstDay(at: Instant, zone: When["zone"]): string {
  return rangeToWords(toRange(at, (at + 1) as Instant), zone);
}
