import type pg from "pg";
import type { Id } from "@/core/record/record";
import { toWindowQuery } from "@/server/queries/load-window-counts";
import { FROM_DAY, TO_DAY } from "./asked-window";
import type { Statement } from "./statement";

type Division = {
  readonly id: Id;
  readonly level: number;
  readonly binDays: number;
  readonly least: number;
  readonly most: number;
};

const DIVISION = `select id, level, "binDays", min(edge) as least, max(edge) as most
  from dossier join cube_row on cube_row."dossierId" = dossier.id
  where slug = $1 group by id, level, "binDays"`;

/** How Dateline itself asks, of a dossier that has been counted; nothing if there is none. */
export async function toDatelineStatements(client: pg.Client, slug: string): Promise<Statement[]> {
  const { rows } = await client.query<Division>(DIVISION, [slug]);
  return rows.map((division) => {
    const edges = {
      level: division.level,
      first: toEdge(FROM_DAY, division),
      last: toEdge(TO_DAY, division),
    };
    const { text, values } = toWindowQuery(division.id, FROM_DAY, TO_DAY, edges);
    return {
      ...{ question: "window + cells", side: "Dateline" },
      ...{ way: "two rows of the cube, and days", sql: text, params: values },
    };
  });
}

/** The last edge of the cube that is not after a day. */
function toEdge(day: number, { binDays, least, most }: Division): number {
  const edge = least + Math.floor((day - least) / binDays) * binDays;
  return Math.min(Math.max(edge, least), most);
}
