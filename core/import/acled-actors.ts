import { LIMITS } from "../record/limits";
import type { ActorKind } from "../record/vocabulary";
import { cellAt, type Indexes, toItems } from "./columns";
import type { ImportActor } from "./import-row";
import { checkCell, type Faults } from "./row-checks";

export const ACLED_ACTOR_COLUMNS = [
  "actor1",
  "assoc_actor_1",
  "inter1",
  "actor2",
  "assoc_actor_2",
  "inter2",
] as const;

/** The two sides of an ACLED event, each followed by those associated with it. */
export function toAcledActors(
  faults: Faults,
  record: readonly string[],
  at: Indexes<(typeof ACLED_ACTOR_COLUMNS)[number]>,
): readonly ImportActor[] {
  const actors: ImportActor[] = [];
  const add = (column: string, name: string, kind: ActorKind, role: string): void => {
    checkCell(faults, column, "The name of the actor", name, LIMITS.name);
    if (!actors.some((actor) => actor.name === name)) actors.push({ name, kind, role });
  };
  for (const { actor, inter, assoc, role, assocRole } of SIDES) {
    const name = cellAt(record, at[actor]);
    if (name !== "") add(actor, name, toKind(cellAt(record, at[inter])), role);
    for (const associate of toItems(cellAt(record, at[assoc])))
      add(assoc, associate, "organisation", assocRole);
  }
  return actors;
}

const SIDES = [
  { actor: "actor1", inter: "inter1", assoc: "assoc_actor_1", role: "actor 1", assocRole: "with actor 1" },
  { actor: "actor2", inter: "inter2", assoc: "assoc_actor_2", role: "actor 2", assocRole: "with actor 2" },
] as const;

// Old files have numbers, new ones words.
function toKind(inter: string): ActorKind {
  return inter === "1" || inter.toLowerCase() === "state forces" ? "state" : "organisation";
}
