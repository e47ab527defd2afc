import { ACTOR_KINDS } from "../record/vocabulary";
import type { ImportActor } from "./import-row";

/**
 * Reads "Kim Jae-min|person|envoy; Japan|state": actors apart by semicolons, name, kind and role by bars; a backslash
 * before either, or before a backslash, takes it literally. Without a kind it is an organisation. `string` is the
 * reason why not.
 */
export function parseActors(cell: string): readonly ImportActor[] | string {
  const actors: ImportActor[] = [];
  for (const parts of toParts(cell)) {
    const [name = "", kindWord = "", role = "", ...more] = parts;
    if (parts.every((part) => part === "")) continue;
    if (more.length > 0) return `“${name}” has more than a name, a kind and a role.`;
    if (name === "") return "An actor has no name.";
    const kind = ACTOR_KINDS.find((known) => known === (kindWord || "organisation"));
    if (!kind) return `“${kindWord}” is no kind of actor: ${ACTOR_KINDS.join(", ")}.`;
    actors.push({ name, kind, role });
  }
  return actors;
}

/** Writes actors as `parseActors` reads them. */
export function formatActors(actors: readonly ImportActor[]): string {
  return actors
    .map(({ name, kind, role }) =>
      [escapeMarks(name), kind, ...(role === "" ? [] : [escapeMarks(role)])].join("|"),
    )
    .join("; ");
}

function escapeMarks(text: string): string {
  return text.replace(/[\\;|]/g, "\\$&");
}

function toParts(cell: string): string[][] {
  const actors: string[][] = [[""]];
  for (let at = 0; at < cell.length; at++) {
    const char = cell.charAt(at);
    const parts = actors.at(-1) ?? [];
    if (char === ";") actors.push([""]);
    else if (char === "|") parts.push("");
    else parts[parts.length - 1] += char === "\\" ? cell.charAt(++at) : char;
  }
  return actors.map((parts) => parts.map((part) => part.trim()));
}
