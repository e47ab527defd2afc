import { toPeer } from "./peer";
import type { Visitor } from "./visitor";

/** How many writes are taken at once, and in how many milliseconds each of them is back. */
export type Allowance = { readonly atOnce: number; readonly backMs: number };

/**
 * Of an account, of all its keys together, and of the machine's own user. Somebody who works saves every few seconds;
 * what a desk writes in a year, some six thousand events, a script may bring at once, and go on with twenty-five a second.
 * Beyond that it is many connections at a time, which would take the database from the others; for so much there is the
 * import, which is a few writes however large it is.
 */
export const OF_ACCOUNT: Allowance = { atOnce: 6000, backMs: 40 };

/**
 * Of an address, for whoever is not signed in. All they can do is sign in, take an invitation and be refused; a house of
 * three hundred behind one address does so twice each, and whoever tries passwords over many accounts gets no further
 * than this.
 */
export const OF_ADDRESS: Allowance = { atOnce: 600, backMs: 500 };

// A few megabytes. Who wrote longest ago is forgotten first, and has all of it again.
const MOST_CALLERS = 20_000;

/**
 * Counts writes by who sends them, in the memory of this process: nothing is written to say that somebody writes too
 * much. It holds one number for each caller, the moment at which all of their allowance is back.
 */
export class WriteLimit {
  private readonly wholeAt = new Map<string, number>();

  constructor(private readonly most = MOST_CALLERS) {}

  /**
   * Takes one write of a caller, `now` in milliseconds of any clock that never goes back. Gives `null`, or the seconds
   * until one would be taken; what is refused is not counted.
   */
  take(caller: string, { atOnce, backMs }: Allowance, now: number): number | null {
    const whole = Math.max(this.wholeAt.get(caller) ?? now, now) + backMs;
    const early = whole - now - atOnce * backMs;
    if (early > 0) return Math.ceil(early / 1000);
    // Put last, so that the first is whoever wrote longest ago.
    this.wholeAt.delete(caller);
    this.wholeAt.set(caller, whole);
    for (const oldest of this.wholeAt.keys()) {
      if (this.wholeAt.size <= this.most) break;
      this.wholeAt.delete(oldest);
    }
    return null;
  }

  /** How many callers it holds. */
  get size(): number {
    return this.wholeAt.size;
  }
}

/** The process's own, made on first use. */
export function ownWriteLimit(): WriteLimit {
  // Kept on globalThis: routes may hold modules of their own, what they count must be one.
  holder.datelineWriteLimit ??= new WriteLimit();
  return holder.datelineWriteLimit;
}

const holder: { datelineWriteLimit?: WriteLimit } = globalThis as typeof globalThis & {
  datelineWriteLimit?: WriteLimit;
};

/**
 * By what the writes of a visitor are counted. Keys are counted apart from their account, so that a script that runs
 * wild does not hold up its owner at the desk, and together, since there can be many.
 */
export function toCaller(visitor: Visitor, headers: Headers): readonly [caller: string, Allowance] {
  switch (visitor.kind) {
    case "account":
      return [`${visitor.by.kind} of ${visitor.id}`, OF_ACCOUNT];
    case "own-machine":
      return ["own machine", OF_ACCOUNT];
    case "nobody":
      return [`address ${toNetwork(toPeer(headers) ?? "")}`, OF_ADDRESS];
  }
}

// Whoever has one address of IPv6 has all that share its first half.
function toNetwork(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address.slice(0, 64);
  const [start = "", end] = address.split("::");
  const before = start.split(":");
  const after = end === undefined ? [] : end.split(":");
  const groups = [
    ...before,
    ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"),
    ...after,
  ];
  return groups
    .slice(0, 4)
    .map((group) => (Number.parseInt(group, 16) || 0).toString(16))
    .join(":");
}
