import type { DatasetIndex } from "@/core/record/dataset-index";
import type { Actor } from "@/core/record/record";
import type { Zone } from "@/core/time/zone";
import { type PlaceDraft, toPlaceDraft } from "./event-draft";

/** What an event of a dossier can refer to. */
export type EventSetting = {
  readonly dossier: string;
  readonly zone: Zone;
  readonly places: readonly PlaceDraft[];
  readonly actors: readonly Actor[];
};

export function toEventSetting({ dataset }: DatasetIndex): EventSetting {
  const { dossier, places, actors } = dataset;
  return { dossier: dossier.slug, zone: dossier.zone, places: places.map(toPlaceDraft), actors };
}
