// Made once: a number's own toLocaleString looks for its language anew, which takes a quarter of a millisecond.
const FORMAT = new Intl.NumberFormat("en");

/** "1,234" */
export function toCount(count: number): string {
  return FORMAT.format(count);
}

/** "1 event", "1,234 events" */
export function toEventCount(count: number): string {
  return `${toCount(count)} ${count === 1 ? "event" : "events"}`;
}

/** At most four characters: "999", "1.2k", "12k", "3.4M"; cut, not rounded, so that it never says more than there are. */
export function toShortCount(count: number): string {
  if (count < 1000) return String(count);
  const [unit, letter] = count < 1_000_000 ? [1000, "k"] : [1_000_000, "M"];
  const whole = Math.floor(count / unit);
  if (whole >= 10) return `${whole}${letter}`;
  const tenths = Math.floor((count % unit) / (unit / 10));
  return tenths === 0 ? `${whole}${letter}` : `${whole}.${tenths}${letter}`;
}
