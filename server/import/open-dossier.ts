import type pg from "pg";
import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import { UTC, type Zone } from "@/core/time/zone";
import { FileRefusal } from "./file-refusal";

export type OpenDossier = {
  readonly id: Id;
  readonly title: string;
  readonly zone: Zone;
  readonly isNew: boolean;
};

type Asked = {
  readonly dossier: { readonly slug: string; readonly title: string; readonly summary: string };
  readonly zone: Zone | null;
  readonly author: string;
  readonly permit?: { readonly ownerId: Id | null; readonly dossierId: Id | null };
};

/**
 * The dossier of this slug, made if there is none. Until the transaction ends no other import can open it: two that
 * write the same rows would wait for each other for ever. Throws a FileRefusal if it is not the dossier of the permit.
 */
export async function openDossier(
  client: pg.ClientBase,
  { dossier, zone, author, permit }: Asked,
): Promise<OpenDossier> {
  const { slug, title, summary } = dossier;
  const made = { id: uuidv7(), slug, title, summary, zone: zone ?? UTC, opening: null };
  const { rowCount } = await client.query(INSERT, [made.id, slug, title, summary, made.zone]);
  if (rowCount === 1) {
    if (permit && permit.dossierId !== null)
      throw new FileRefusal(`The dossier ${slug} was removed meanwhile.`);
    const change = JSON.stringify({ created: made });
    await client.query(INSERT_REVISION, [made.id, uuidv7(), author, change]);
    if (permit?.ownerId) await client.query(INSERT_OWNER, [made.id, permit.ownerId]);
    return { id: made.id, title, zone: made.zone, isNew: true };
  }
  const { rows } = await client.query<Omit<OpenDossier, "isNew">>(LOCK, [slug]);
  const [found] = rows;
  if (!found) throw new Error(`Dossier ${slug} was removed while it was opened.`);
  // Somebody else's, made since the permit was given.
  if (permit && permit.dossierId !== found.id) throw new FileRefusal(`There is a dossier ${slug} by now.`);
  return { ...found, isNew: false };
}

const INSERT = `
  insert into dossier (id, slug, title, summary, zone) values ($1, $2, $3, $4, $5)
  on conflict (slug) do nothing`;

const INSERT_REVISION = `
  insert into revision ("dossierId", id, "subjectKind", "subjectId", author, change)
  values ($1, $2, 'dossier', $1, $3, $4)`;

const INSERT_OWNER = `insert into member ("dossierId", "userId", role) values ($1, $2, 'owner')`;

// Weak enough that others may go on adding to the dossier, whose key they refer to.
const LOCK = "select id, title, zone from dossier where slug = $1 for no key update";
