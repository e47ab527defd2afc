import { uuidv7 } from "uuidv7";
import type { WantedEvent } from "@/core/record/check-event";
import { toCheckedActor } from "@/core/record/check-setting";
import { FieldError, inField } from "@/core/record/field-error";
import type { Actor } from "@/core/record/record";
import type { ActorInput, NewEvent } from "@/wire/write";
import { rowToActor } from "../rows/records";
import type { Change } from "./change-dossier";
import { toFreeSlug } from "./free-slug";

/** The actors that take part: those that the dossier has, by slug or name and kind, and new ones. Throws a FieldError. */
export async function takeActors(
  change: Change,
  participations: NewEvent["participations"],
): Promise<WantedEvent["participations"]> {
  const taken: { actor: Actor; role: string }[] = [];
  for (const [at, { actor, role }] of participations.entries()) {
    taken.push({ actor: await takeActor(change, `participations.${at}.actor`, actor), role });
  }
  return taken;
}

async function takeActor(change: Change, field: string, wanted: ActorInput): Promise<Actor> {
  const { tx, dossier } = change;
  if (typeof wanted === "string") {
    const row = await tx.actor.findFirst({ where: { dossierId: dossier.id, slug: wanted } });
    if (row === null) throw new FieldError(field, `There is no actor ${wanted}.`);
    return rowToActor(row);
  }
  const actor = inField(field, () => toCheckedActor("The actor", { ...wanted, slug: "" }, uuidv7()));
  const same = await tx.actor.findFirst({
    where: { dossierId: dossier.id, name: actor.name, kind: actor.kind },
    orderBy: { id: "asc" },
  });
  return same ? rowToActor(same) : createActor(change, actor);
}

async function createActor({ tx, dossier, record }: Change, stated: Actor): Promise<Actor> {
  const actor = { ...stated, slug: await toFreeSlug(tx, dossier.id, "actor", stated.name) };
  await tx.actor.create({ data: { ...actor, dossierId: dossier.id } });
  record({ kind: "created", subject: "actor", id: actor.id, slug: actor.slug, before: null, after: actor });
  return actor;
}
