/** What one run measures, and how long it may take over it. */
export type Plan = {
  readonly seed: number;
  readonly sizes: readonly number[];
  /** The largest dossier that is made for the run; a larger one is measured where it is kept from another. */
  readonly mostMade: number;
  /** Steps of a drag, one a frame. */
  readonly steps: number;
  readonly loadCapMs: number;
  readonly dragCapMs: number;
  /** Sizes of the database's tables. */
  readonly tables: readonly number[];
  /** Rows of the file that is imported. */
  readonly importRows: number;
  /** Runs of each statement after those that warm it up. */
  readonly runs: number;
};

export const FULL: Plan = {
  seed: 20261124,
  sizes: [1000, 100_000, 1_000_000, 10_000_000],
  mostMade: 10_000_000,
  steps: 120,
  loadCapMs: 45_000,
  dragCapMs: 20_000,
  tables: [1_000_000, 10_000_000],
  // A fifth of a million: both sides of the ratio grow with the rows, and the rest of the run waits for them.
  importRows: 200_000,
  runs: 9,
};

/** Under five minutes: no large dossier is made, half the steps, and the slowest are not waited for. */
export const QUICK: Plan = {
  ...FULL,
  sizes: [100_000, 1_000_000],
  mostMade: 100_000,
  steps: 60,
  loadCapMs: 15_000,
  dragCapMs: 4000,
  tables: [100_000, 1_000_000],
  importRows: 20_000,
  runs: 5,
};
