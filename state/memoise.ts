import type { DashboardState } from "./store";

/**
 * A selector that remembers its last answer, and hands out the same object as long as its inputs are the same, so
 * that React and the painters can compare by identity: scrubbing asks sixty times a second for what seldom changes.
 */
export function memoise<const I extends readonly unknown[], R>(
  toInputs: (state: DashboardState) => I,
  compute: (...inputs: I) => R,
  settle: (before: R, after: R) => R = (_, after) => after,
): (state: DashboardState) => R {
  let last: { inputs: I; result: R } | null = null;
  return (state) => {
    const inputs = toInputs(state);
    if (last === null) last = { inputs, result: compute(...inputs) };
    else if (inputs.some((input, i) => input !== last?.inputs[i])) {
      last = { inputs, result: settle(last.result, compute(...inputs)) };
    }
    return last.result;
  };
}
