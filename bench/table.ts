/** A table in Markdown that can be read as it is: columns as wide as they must be, numbers to the right. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  const isNumeric = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^(|–|[\d<(].*)$/.test(row[column] ?? "")),
  );
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, isNumeric[column] ?? false)).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => `${"-".repeat(width + 1)}${isNumeric[column] ? ":" : "-"}`).join("|")}|`;
  return [toLine(head), rule, ...rows.map(toLine)].join("\n");
}

function pad(cell: string, width: number, isNumeric: boolean): string {
  return isNumeric ? cell.padStart(width) : cell.padEnd(width);
}
