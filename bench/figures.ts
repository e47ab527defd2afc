/** The value below which this part (0 to 1) of the numbers lies; the nearest one, none made up in between. */
export function quantile(numbers: readonly number[], portion: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * portion))];
  if (found === undefined) throw new Error("Nothing was measured.");
  return found;
}
