import type { Importing } from "./import-rows";
import type { Machine } from "./machine";
import type { Plan } from "./plan";
import type { Result } from "./result";
import type { Timing } from "./statement";
import type { WireSize } from "./wire-sizes";

/** All that one run has measured: ratios hold within it, never between two. */
export type Run = {
  readonly machine: Machine;
  readonly plan: Plan;
  readonly results: readonly Result[];
  readonly importing: Importing | null;
  readonly timings: readonly Timing[];
  readonly wire: readonly WireSize[];
  /** Bytes of a dossier's first tile, compressed. */
  readonly tiles: readonly { readonly events: number; readonly bytes: number }[];
};
