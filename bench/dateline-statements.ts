import type pg from "pg";
import type { Id } from "@/core/record/record";
import { WIDE_LEVEL } from "@/server/counts/count-in-bins";
import { CUBE_TILE } from "@/server/counts/settle-counts";
import type { Database } from "@/server/db";
import { chooseDatedQuery } from "@/server/queries/load-candidates";
import { type EdgeDivision, toWindowQuery } from "@/server/queries/load-window-counts";
import type { EventQuery } from "@/wire/event-query";
import { COMMON_WORD, FROM_DAY, RARE_WORD, TO_DAY } from "./asked";
import type { Statement } from "./statement";

type Division = EdgeDivision & { readonly id: Id };

const DIVISION = `select id, level, "binDays", min(edge) as least, max(edge) as most
  from dossier join cube_row on cube_row."dossierId" = dossier.id
  where slug = $1 group by id, level, "binDays"`;

const MONTHS = `select bin, sum(events) from rollup, unnest(starts) as events
  where "dossierId" = $1 and grain = 'month' and level = $2 group by bin`;

// Joined to something, as what is only selected is not read out of its pages.
const TILE = `select octet_length(bytes || '\\x00'::bytea) from tile where "dossierId" = $1 and name = $2`;

const EVERYTHING: EventQuery = {
  ...{ from: null, to: null, bbox: null, q: null, cat: [], actor: [], place: [], source: [], status: [] },
  ...{ reportedBy: null, cursor: null, limit: 50 },
};

/** How Dateline itself asks, of a dossier that has been counted; nothing if there is none. */
export async function toDatelineStatements(
  client: pg.Client,
  db: Database,
  slug: string,
): Promise<Statement[]> {
  const { rows } = await client.query<Division>(DIVISION, [slug]);
  const [division] = rows;
  if (!division) return [];
  return [
    toWindow(division),
    toOwn("month histogram", "sums of the rollup, by wide cell", MONTHS, [division.id, WIDE_LEVEL]),
    toOwn("month histogram", "the stored tile, read whole", TILE, [division.id, CUBE_TILE]),
    await toSearch(db, division.id, "search, common word", COMMON_WORD),
    await toSearch(db, division.id, "search, rare word", RARE_WORD),
  ];
}

function toWindow(division: Division): Statement {
  const { text, values } = toWindowQuery(division.id, FROM_DAY, TO_DAY, division);
  return toOwn("window + cells", "two rows of the cube, and days", text, values);
}

// One more than the page holds, as the list asks, to know whether there is another.
async function toSearch(
  db: Database,
  id: Id,
  question: Statement["question"],
  word: string,
): Promise<Statement> {
  const query = { ...EVERYTHING, q: word };
  const { text, values } = await chooseDatedQuery(db, id, query, query.limit + 1);
  return toOwn(question, "gin(tsvector) or the list's order, 50 oldest", text, values);
}

function toOwn(
  question: Statement["question"],
  way: string,
  sql: string,
  params: readonly unknown[],
): Statement {
  return { question, side: "Dateline", way, sql, params };
}
