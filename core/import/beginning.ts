/** The first line of a text, cut between words where it is longer than a title that a list shows in one line. */
export function toBeginning(text: string): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  if (line.length <= LONGEST) return line;
  const space = line.lastIndexOf(" ", LONGEST);
  // A text without spaces is cut where it has to be, though not inside a pair.
  const cut =
    space > LONGEST / 2 ? line.slice(0, space) : line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");
  return `${cut}…`;
}

const LONGEST = 120;
