import type pg from "pg";
import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import { type DatedAssertion, toStatus } from "@/core/record/status";
import type { Assertion, Status } from "@/core/record/vocabulary";
import type { Day } from "@/core/time/day";
import type { Prisma } from "@/generated/prisma/client";
import { loadTellers } from "../counts/load-tellers";
import { toClientRunner } from "../counts/runner";
import { tellEvents } from "../counts/tell-events";
import { stateToEvent } from "../rows/states";
import { copyRows, toCopyLine } from "./copy-rows";
import { WHEN_COLUMNS, whenToCells } from "./when-lines";
import type { NewEvent, NewRevision, WriteContext } from "./write-batch";

/** What a corrected row says of an event that is there. */
export type ChangedRow = {
  readonly key: string;
  readonly digest: string;
  /** Without ids and slug of its own: those of the event stay. */
  readonly event: NewEvent;
  readonly publishedOn: Day;
};

/** Once in a transaction, before its first change. */
export async function prepareChanging(client: pg.ClientBase): Promise<void> {
  const when = `edtf text, zone text, "beginEarliest" bigint, "beginLatest" bigint, "endEarliest" bigint,
    "endLatest" bigint, precision text, approximate boolean, uncertain boolean, "orderKey" bigint`;
  await client.query(`
    create temporary table changing_event (
      id uuid, title text, category text, status text, "toldFrom" text, "placeId" uuid, "placeRule" text,
      "basisId" uuid, "citationId" uuid, "passageId" uuid, assertion text, "timeWords" text, "timeRule" text,
      "placeWords" text, key text, digest text, ${when}
    ) on commit drop`);
}

/**
 * Makes events that are there say what their corrected rows say, each with its history: the event's first citation is
 * the import's, and points to the new passage. Gives the revisions, which are still to be written.
 */
export async function changeEvents(
  context: WriteContext,
  changed: readonly ChangedRow[],
): Promise<readonly NewRevision[]> {
  const { client, dossierId, dataset } = context;
  const ids = changed.map(({ event }) => event.id);
  const before = await loadStates(client, dossierId, ids);
  const lines = changed.map((change) => toLine(change, found(before, change.event.id)));
  await copyRows(client, "changing_event", COLUMNS, lines);
  await client.query(UPDATE_EVENTS, [dossierId]);
  await client.query(UPDATE_CITATIONS, [dossierId]);
  await client.query(UPDATE_WORDING, [dossierId]);
  await client.query(UPDATE_IMPORT_ROWS, [dossierId, dataset]);
  await client.query(`delete from participation where "dossierId" = $1 and "eventId" = any($2::uuid[])`, [
    dossierId,
    ids,
  ]);
  await copyRows(
    client,
    "participation",
    ["dossierId", "eventId", "position", "actorId", "role"],
    changed.flatMap(({ event }) =>
      event.participations.map(({ actorId, role }, position) =>
        toCopyLine([dossierId, event.id, position, actorId, role]),
      ),
    ),
  );
  await client.query("truncate changing_event");
  await retell(client, dossierId, changed, before);
  const after = await loadStates(client, dossierId, ids);
  return ids.map((id) => ({
    id: uuidv7(),
    subjectKind: "event",
    subjectId: id,
    kind: "changed",
    change: JSON.stringify({ before: found(before, id).state, after: found(after, id).state }),
  }));
}

type State = {
  readonly id: Id;
  readonly citations: readonly (DatedAssertion & { readonly id: Id })[];
  /** Everything that the event says, for its history. */
  readonly state: Prisma.JsonObject;
};

// What others have cited for an event speaks on other days, so that it was told otherwise before; with one citation
// there is no before.
async function retell(
  client: pg.ClientBase,
  dossierId: Id,
  changed: readonly ChangedRow[],
  before: ReadonlyMap<Id, State>,
): Promise<void> {
  const shared = changed.map(({ event }) => event.id).filter((id) => found(before, id).citations.length > 1);
  if (shared.length === 0) return;
  const run = toClientRunner(client);
  const states = await loadStates(client, dossierId, shared);
  const events = shared.map((id) => stateToEvent(found(states, id).state));
  await tellEvents(run, dossierId, events, await loadTellers(run, dossierId, events));
}

async function loadStates(client: pg.ClientBase, dossierId: Id, ids: readonly Id[]): Promise<Map<Id, State>> {
  const { rows } = await client.query<State>(LOAD_STATES, [dossierId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

// In the order of their ids, which is that of their making.
const LOAD_STATES = `
  select event.id,
    (
      select json_agg(json_build_object(
        'id', citation.id, 'assertion', assertion, 'publishedOn', source."publishedOn") order by citation.id)
      from citation
      join passage on passage."dossierId" = citation."dossierId" and passage.id = citation."passageId"
      join source on source."dossierId" = citation."dossierId" and source.id = passage."sourceId"
      where citation."dossierId" = event."dossierId" and citation."eventId" = event.id
    ) as citations,
    (to_jsonb(event) - 'search' - 'wording' - 'dossierId' - 'span') || jsonb_build_object(
      'citations', (
        select jsonb_agg(to_jsonb(citation) - 'dossierId' - 'eventId' order by id) from citation
        where citation."dossierId" = event."dossierId" and citation."eventId" = event.id),
      'participations', (
        select coalesce(jsonb_agg(jsonb_build_object('actorId', "actorId", 'role', role) order by position), '[]')
        from participation
        where participation."dossierId" = event."dossierId" and participation."eventId" = event.id)) as state
  from event
  where "dossierId" = $1 and id = any($2::uuid[])`;

const COLUMNS = [
  "id",
  "title",
  "category",
  "status",
  "toldFrom",
  "placeId",
  "placeRule",
  "basisId",
  "citationId",
  "passageId",
  "assertion",
  "timeWords",
  "timeRule",
  "placeWords",
  "key",
  "digest",
  ...WHEN_COLUMNS,
];

function toLine({ key, digest, event, publishedOn }: ChangedRow, { citations }: State): string {
  const { id, title, category, when, placeId, placeRule, citation } = event;
  const citationId = citations[0]?.id;
  if (citationId === undefined) throw new Error(`Event ${id}: no passage reports it.`);
  const told = toTold(citation.assertion, publishedOn, citations.slice(1));
  const line = toCopyLine([
    ...[id, title, category, told.status, told.from, placeId, placeRule],
    ...[when && citationId, citationId, citation.passageId, citation.assertion],
    ...[citation.timeWords, citation.timeRule, citation.placeWords, key, digest],
  ]);
  return `${line.slice(0, -1)}\t${whenToCells(when)}\n`;
}

// Others may have cited more for the event since it was imported.
function toTold(
  assertion: Assertion,
  publishedOn: Day,
  others: readonly DatedAssertion[],
): { status: Status; from: Day } {
  const all = [{ assertion, publishedOn }, ...others];
  const from = all.map((one) => one.publishedOn).toSorted()[all.length - 1] ?? publishedOn;
  return { status: toStatus(all) ?? assertion, from };
}

const SET_WHEN = WHEN_COLUMNS.map((column) => `"${column}" = changing_event."${column}"`).join(", ");

const UPDATE_EVENTS = `
  update event
  set title = changing_event.title, category = changing_event.category, status = changing_event.status,
    "toldFrom" = changing_event."toldFrom", "placeId" = changing_event."placeId",
    "placeRule" = changing_event."placeRule", "basisId" = changing_event."basisId", version = event.version + 1,
    ${SET_WHEN}
  from changing_event
  where event."dossierId" = $1 and event.id = changing_event.id`;

const UPDATE_CITATIONS = `
  update citation
  set "passageId" = changing_event."passageId", assertion = changing_event.assertion,
    "timeWords" = changing_event."timeWords", "timeRule" = changing_event."timeRule",
    "placeWords" = changing_event."placeWords", ${SET_WHEN}
  from changing_event
  where citation."dossierId" = $1 and citation.id = changing_event."citationId"`;

const UPDATE_WORDING = `
  update event
  set wording = (
    select string_agg(passage.exact, E'\\n' order by citation.id)
    from citation
    join passage on passage."dossierId" = citation."dossierId" and passage.id = citation."passageId"
    where citation."dossierId" = event."dossierId" and citation."eventId" = event.id)
  from changing_event
  where event."dossierId" = $1 and event.id = changing_event.id`;

const UPDATE_IMPORT_ROWS = `
  update import_row
  set digest = changing_event.digest
  from changing_event
  where import_row."dossierId" = $1 and import_row.dataset = $2 and import_row.key = changing_event.key`;

function found(states: ReadonlyMap<Id, State>, id: Id): State {
  const state = states.get(id);
  if (state === undefined) throw new Error(`Event ${id} is gone, though an import made it.`);
  return state;
}
