import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { toWorld } from "@/core/brush/world";
import type { ImportActor, ImportPlace } from "@/core/import/import-row";
import type { Actor, Id, Place } from "@/core/record/record";
import type { Zone } from "@/core/time/zone";
import { toStableSlug } from "./slugs";
import type { Batch } from "./write-batch";

type NewPlace = Batch["places"][number];

// So many are remembered of each kind; a data set that has more asks the database again. Below this also what the
// dossier has of its own, made by hand, is found and used.
const MOST_KNOWN = 50_000;

/** The places and actors of a dossier by what they are: each is made once, however many rows and files name it. */
export class SettingRecords {
  private readonly known = new Map<string, Id>();
  private wanted = new Map<string, NewPlace | Actor>();

  constructor(
    private readonly client: pg.ClientBase,
    private readonly dossierId: Id,
  ) {}

  /** Learns what the dossier has. */
  async load(): Promise<void> {
    const places = await this.client.query<Omit<Place, "slug">>(LOAD_PLACES, [this.dossierId, MOST_KNOWN]);
    for (const place of places.rows) this.known.set(toPlaceKey(place, place.zone), place.id);
    const actors = await this.client.query<Omit<Actor, "slug">>(LOAD_ACTORS, [this.dossierId, MOST_KNOWN]);
    for (const actor of actors.rows) this.known.set(toActorKey(actor), actor.id);
  }

  /** Notes that the next batch needs the place. */
  wantPlace(place: ImportPlace, zone: Zone): void {
    const key = toPlaceKey(place, zone);
    if (this.known.has(key) || this.wanted.has(key)) return;
    const { name, lon, lat, precision, radiusKm, countryCode } = place;
    const { x: worldX, y: worldY } = toWorld(lon, lat);
    const slug = toStableSlug(name, ["place", key]);
    const stated = { name, lon, lat, precision, radiusKm, countryCode, zone };
    this.wanted.set(key, { id: uuidv7(), slug, ...stated, geonamesId: null, worldX, worldY });
  }

  wantActor({ name, kind }: ImportActor): void {
    const key = toActorKey({ name, kind });
    if (this.known.has(key) || this.wanted.has(key)) return;
    this.wanted.set(key, { id: uuidv7(), slug: toStableSlug(name, ["actor", key]), name, kind });
  }

  /** Finds what is wanted in the database, and gives what is not there yet and has to be written. */
  async settle(): Promise<Pick<Batch, "places" | "actors">> {
    const places = await this.split("place", (record): record is NewPlace => "lon" in record);
    const actors = await this.split("actor", (record): record is Actor => !("lon" in record));
    this.wanted = new Map();
    return { places, actors };
  }

  /** Makes room, once a batch is written. */
  forget(): void {
    if (this.known.size > 2 * MOST_KNOWN) this.known.clear();
  }

  placeId(place: ImportPlace, zone: Zone): Id {
    return this.find(toPlaceKey(place, zone));
  }

  actorId(actor: ImportActor): Id {
    return this.find(toActorKey(actor));
  }

  private find(key: string): Id {
    const id = this.known.get(key);
    if (id === undefined) throw new Error(`“${key}” was not settled before its batch.`);
    return id;
  }

  // By slug, which an import makes from what the record is: the index finds it among any number of others.
  private async split<T extends NewPlace | Actor>(
    table: "place" | "actor",
    isKind: (record: NewPlace | Actor) => record is T,
  ): Promise<T[]> {
    const bySlug = new Map<string, readonly [string, T]>();
    for (const [key, record] of this.wanted) if (isKind(record)) bySlug.set(record.slug, [key, record]);
    if (bySlug.size === 0) return [];
    const found = await this.client.query<{ id: Id; slug: string }>(
      `select id, slug from ${table} where "dossierId" = $1 and slug = any($2::text[])`,
      [this.dossierId, [...bySlug.keys()]],
    );
    const ids = new Map(found.rows.map(({ id, slug }) => [slug, id]));
    for (const [slug, [key, record]] of bySlug) this.known.set(key, ids.get(slug) ?? record.id);
    return [...bySlug.values()].map(([, record]) => record).filter(({ slug }) => !ids.has(slug));
  }
}

const LOAD_PLACES = `
  select id, name, lon, lat, precision, "radiusKm", "countryCode", zone
  from place where "dossierId" = $1 order by id limit $2`;
const LOAD_ACTORS = `select id, name, kind from actor where "dossierId" = $1 order by id limit $2`;

type PlaceFacts = Pick<Place, "name" | "lon" | "lat" | "precision" | "radiusKm" | "countryCode">;

function toPlaceKey({ name, lon, lat, precision, radiusKm, countryCode }: PlaceFacts, zone: Zone): string {
  return `${name}\t${lon}\t${lat}\t${precision}\t${radiusKm}\t${countryCode}\t${zone}`;
}

function toActorKey({ name, kind }: Pick<Actor, "name" | "kind">): string {
  return `${kind}\t${name}`;
}
