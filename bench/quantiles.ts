/** The value that a portion of the values, from 0 to 1, does not exceed; not a number if there are none. */
export function toQuantile(values: readonly number[], portion: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(portion * sorted.length) - 1))] ?? Number.NaN
  );
}

export function toMedian(values: readonly number[]): number {
  return toQuantile(values, 0.5);
}
