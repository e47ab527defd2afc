import { isSlug } from "@/core/record/limits";
import type { Actor, Dossier, Place, Source } from "@/core/record/record";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { rowToActor, rowToDossier, rowToPlace, rowToSource } from "../rows/records";
import { SHOWN } from "./shown";

/** As many sources, places and actors of each as are listed with a dossier, in the order in which they came to it. */
const MOST_LISTED = 200;

/** A dossier with what its events refer to; the texts of the sources are left empty. */
export type DossierSetting = {
  readonly dossier: Dossier;
  readonly sources: readonly Source[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
};

/** A dossier without its events; `null` if there is none of this name. */
export async function loadDossier(slug: string, db: Database = database()): Promise<DossierSetting | null> {
  if (!isSlug(slug)) return null;
  return unlessAway(async () => {
    const row = await db.dossier.findUnique({
      where: { slug },
      include: {
        sources: { where: SHOWN, take: MOST_LISTED, orderBy: { id: "asc" } },
        places: { take: MOST_LISTED, orderBy: { id: "asc" } },
        actors: { take: MOST_LISTED, orderBy: { id: "asc" } },
      },
    });
    if (row === null) return null;
    const { sources, places, actors, ...dossier } = row;
    return {
      dossier: rowToDossier(dossier),
      sources: sources.map((source) => rowToSource(source)),
      places: places.map(rowToPlace),
      actors: actors.map(rowToActor),
    };
  });
}
