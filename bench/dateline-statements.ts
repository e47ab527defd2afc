import type { Statement } from "./statement";

/** How Dateline itself asks for a year in the middle of the twenty; `$1` is the dossier's slug, `params` the others. */
export const DATELINE_STATEMENTS: readonly Statement[] = [];
