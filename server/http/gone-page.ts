import { instantToDay } from "@/core/time/day";
import { dayToWords } from "@/core/time/words";
import { UTC } from "@/core/time/zone";
import type { Tombstone } from "../queries/load-tombstone";

/** The page in place of an event or a source that was deleted, in HTML: when, and why, but not what it said. */
export function toGonePage(
  dossier: string,
  subject: "event" | "source",
  { at, reason, mergedInto }: Tombstone,
  theme: "light" | "dark" | null,
): string {
  const day = dayToWords(instantToDay(at, UTC), "long");
  const into =
    mergedInto === null
      ? ""
      : `<p style="margin: 0 0 16px">It became a part of <a href="/d/${dossier}/e/${mergedInto}">another event</a>.</p>\n`;
  const why = reason === null ? "" : `<p style="margin: 0 0 16px">The reason: ${escapeHtml(reason)}</p>\n`;
  return `<!doctype html>
<html lang="en" style="color-scheme: ${theme ?? "light dark"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg">
<title>This ${subject} was deleted · Dateline</title>
</head>
<body style="max-width: 40rem; margin: 0 auto; padding: 15vh 20px; font: 16px/1.5 system-ui, sans-serif">
<main>
<h1 style="margin: 0 0 12px; font-size: 26px; line-height: 1.2">This ${subject} was deleted</h1>
<p style="margin: 0 0 16px">It was taken from the dossier on ${day}.</p>
${into}${why}<p style="margin: 0"><a href="/d/${dossier}">Open the dossier</a></p>
</main>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
