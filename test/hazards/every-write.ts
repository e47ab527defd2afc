import { resolve } from "node:path";
import { expect } from "vitest";
import type * as z from "zod";
import type { Database } from "@/server/db";
import { quote, REPORT } from "@/test/newsroom/report";
import { ACCOUNT_ACTIONS } from "@/wire/openapi-accounts";
import { WRITES } from "@/wire/openapi-writes";
import type { Json } from "./json";

/** Of a request: where it goes, and a body in which every field is given. */
export type Example = {
  readonly params: Readonly<Record<string, string>>;
  readonly body: { readonly [name: string]: Json };
};

/** A write of the interface, by its method and path. */
export type Write = {
  readonly name: string;
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly schema: z.ZodType;
  /** Gives one that would be done; where doing it leaves nothing to do, another each time. */
  readonly toExample: () => Promise<Example>;
};

export type Hand = {
  /** Sends a body as it is, as an administrator who is signed in. */
  readonly send: (
    write: Pick<Write, "method" | "path">,
    params: Example["params"],
    body: string,
  ) => Promise<Response>;
  readonly writes: readonly Write[];
};

const DOSSIER = "/api/v1/dossiers/{slug}";
const EVENT = `${DOSSIER}/events/{event}`;
const SOURCE = `${DOSSIER}/sources/{source}`;
const PASSWORD_PATH = "/api/v1/password";

const REASON = "Why it is so";
const LEAD = "LISBON, March 3 — The ministers met on Sunday.";
const NEXT = "A second round is planned for next week.";
const LAST = "The ministry denied that any paper was signed.";
const PLACE = {
  ...{ name: "Lisbon", lon: -9.1, lat: 38.7, precision: "city", radiusKm: null, geonamesId: null },
  countryCode: "PT",
};
const READ = {
  ...{ assertion: "occurred", timeWords: "Sunday", when: "2024-03-03", timeRule: "by the weekday" },
  ...{ placeWords: "LISBON", speaker: "The ministry" },
};
const CITATION = { ...quote(LEAD), ...READ };
const FURTHER = { ...quote(LAST), ...READ, timeWords: "was signed", placeWords: "paper" };
const SOURCE_FIELDS = {
  ...{ title: "Report", publisher: "Test Press", byline: "A. Writer", language: "en" },
  ...{ url: "https://example.org/report", publishedOn: "2024-03-04", retrievedOn: "2024-03-05" },
  ...{ coverage: "full", publishes: "full" },
};
const EVENT_FIELDS = {
  ...{ title: "Ministers meet", category: "diplomacy", when: "2024-03-03", isLeg: true },
  ...{ place: PLACE, placeRule: "as the passage says", origin: { ...PLACE, name: "Porto", lat: 41.1 } },
  participations: [{ actor: { name: "The ministry", kind: "organisation" }, role: "host" }],
};
const NAMED = {
  ...{ place: { slug: "lisbon" }, origin: { slug: "porto" } },
  participations: [{ actor: "the-ministry", role: "host" }],
};
const NEW_SOURCE = { ...SOURCE_FIELDS, document: null, text: REPORT, reason: REASON };
const NEW_EVENT = { ...EVENT_FIELDS, citations: [CITATION], basis: 0, reason: REASON };
const ACCOUNT = { name: "Ana Lopes", email: "ana.lopes@desk.example", password: "correct horse battery" };

/**
 * Every write that the interface has, with an example each in a dossier that is made here. A write without one, or
 * with a field of which its examples say nothing, is for a test to find.
 */
export async function openHand(db: Database, cookie: string, memberId: string): Promise<Hand> {
  const slug = "hazards";
  const params = { slug };
  const reason = { reason: REASON };
  let turn = 0;

  const send: Hand["send"] = async ({ method, path }, at, body) => {
    const file = `app${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;
    const handlers: object = await import(/* @vite-ignore */ resolve(file));
    const handle = Object.entries(handlers).find(([name]) => name === method)?.[1];
    const headers = {
      ...{ host: "localhost:3000", "content-type": "application/json", "if-match": "*", cookie },
    };
    // Ten failures would be all that can be tried of a password.
    await db.failedAttempt.deleteMany();
    const request = new Request("http://localhost:3000/api/v1/x", { method, headers, body });
    return handle(request, { params: Promise.resolve(at) });
  };

  async function make(path: string, at: Example["params"], body: Json) {
    const response = await send({ method: "POST", path }, at, JSON.stringify(body));
    const text = await response.text();
    expect(response.status, `${path}: ${text}`).toBe(201);
    return { change: response.headers.get("dateline-change") ?? "", body: JSON.parse(text) };
  }

  await make("/api/v1/dossiers", {}, { title: "Hazards", zone: "Europe/Lisbon", slug });
  await make(`${DOSSIER}/sources`, params, NEW_SOURCE);
  const makeEvent = () =>
    make(`${DOSSIER}/events`, params, {
      ...NEW_EVENT,
      citations: [CITATION, quote(NEXT, { timeWords: "next week", when: "2024-03-11" })],
    });
  const kept = await makeEvent();
  const makeOther = async () => {
    const event = { ...NEW_EVENT, citations: [quote(LAST)], when: null, basis: null };
    return String((await make(`${DOSSIER}/events`, params, event)).body.slug);
  };
  const into = await makeOther();
  const invited = await make(`${DOSSIER}/invitations`, params, { role: "reader" });
  const own = { ...params, event: String(kept.body.slug) };
  const cited = String(kept.body.citations[0].id);

  const makeSource = async () => (await make(`${DOSSIER}/sources`, params, NEW_SOURCE)).body.slug as string;
  const makeProposal = async () => {
    const made = await make(`${DOSSIER}/proposals`, params, { kind: "source", body: NEW_SOURCE });
    return { ...params, proposal: String(made.body.id) };
  };
  const ofNewEvent = async (body: Example["body"]): Promise<Example> => {
    const made = await makeEvent();
    return { params: { ...params, event: made.body.slug }, body };
  };
  const ofNewCitation = async (body: Example["body"]): Promise<Example> => {
    const made = await makeEvent();
    return {
      params: { ...params, event: made.body.slug, citation: String(made.body.citations[1].id) },
      body,
    };
  };
  const hide = async (path: string, at: Example["params"]) => {
    const response = await send({ method: "DELETE", path }, at, "{}");
    expect(response.status).toBe(200);
    return response.headers.get("dateline-change") ?? "";
  };
  const makeBroken = async (body: Example["body"]): Promise<Example> => {
    const source = await makeSource();
    const citations = [{ ...quote(LEAD), source }];
    await make(`${DOSSIER}/events`, params, { ...NEW_EVENT, citations, when: null, basis: null });
    const text = `It was otherwise. ${REPORT.slice(LEAD.length)}`;
    const at = { ...params, source };
    const told = await send(
      { method: "POST", path: `${SOURCE}/texts` },
      at,
      JSON.stringify({ document: null, text }),
    );
    expect(told.status).toBe(200);
    const passage = await db.passage.findFirstOrThrow({ where: { text: { source: { slug: source } } } });
    return { params: { ...at, passage: passage.slug }, body };
  };

  const toSplit = (said: Example["body"]) => async (): Promise<Example> => {
    const { event = "", citation = "" } = (await ofNewCitation({})).params;
    const body = { citations: [citation], title: "Half", category: "diplomacy", basis: citation, ...said };
    return { params: { ...params, event }, body: { ...body, ...reason } };
  };

  const always = (at: Example["params"], body: Example["body"]) => async (): Promise<Example> => ({
    ...{ params: at, body },
  });
  const patched = { ...EVENT_FIELDS, basis: cited, citations: [{ ...READ, id: cited }], ...reason };

  const examples: Readonly<Record<string, readonly (() => Promise<Example>)[]>> = {
    "post /api/v1/dossiers": [
      async () => ({
        params: {},
        body: { title: "New", summary: "Of what", zone: "UTC", slug: `new-${turn++}` },
      }),
    ],
    [`patch ${DOSSIER}`]: [always(params, { title: "T", summary: "S", ...reason })],
    [`post ${DOSSIER}/sources`]: [always(params, NEW_SOURCE)],
    [`patch ${SOURCE}`]: [always({ ...params, source: "report" }, { ...SOURCE_FIELDS, ...reason })],
    [`post ${SOURCE}/texts`]: [
      async () => ({
        params: { ...params, source: await makeSource() },
        body: { document: null, text: `${REPORT} ${turn++}`, ...reason },
      }),
    ],
    [`post ${SOURCE}/passages/{passage}/anchor`]: [
      () => makeBroken({ start: 0, end: 17, exact: "It was otherwise.", ...reason }),
    ],
    [`post ${SOURCE}/passages/{passage}/keep`]: [() => makeBroken(reason)],
    [`delete ${SOURCE}`]: [async () => ({ params: { ...params, source: await makeSource() }, body: reason })],
    [`post ${SOURCE}/restore`]: [
      async () => {
        const at = { ...params, source: await makeSource() };
        await hide(SOURCE, at);
        return { params: at, body: reason };
      },
    ],
    [`post ${DOSSIER}/events`]: [always(params, NEW_EVENT), always(params, { ...NEW_EVENT, ...NAMED })],
    [`patch ${EVENT}`]: [
      always(own, { ...patched, placeOfAll: false }),
      always(own, { ...patched, ...NAMED, placeOfAll: false }),
    ],
    [`delete ${EVENT}`]: [() => ofNewEvent(reason)],
    [`post ${EVENT}/restore`]: [
      async () => {
        const example = await ofNewEvent(reason);
        await hide(EVENT, example.params);
        return example;
      },
    ],
    [`post ${EVENT}/merge`]: [() => ofNewEvent({ into, take: [], ...reason })],
    [`post ${EVENT}/split`]: [toSplit({ when: null, basis: null }), toSplit({ when: "2024-03-11" })],
    [`post ${EVENT}/citations`]: [() => ofNewEvent({ ...FURTHER, ...reason })],
    [`patch ${EVENT}/citations/{citation}`]: [always({ ...own, citation: cited }, { ...READ, ...reason })],
    [`delete ${EVENT}/citations/{citation}`]: [() => ofNewCitation(reason)],
    [`post ${EVENT}/citations/{citation}/move`]: [
      async () => ofNewCitation({ to: await makeOther(), ...reason }),
    ],
    [`post ${DOSSIER}/changes/{change}/restore`]: [
      async () => {
        const revision = await db.revision.findFirstOrThrow({ where: { subjectId: kept.body.id } });
        return { params: { ...params, change: revision.id }, body: reason };
      },
    ],
    [`post ${DOSSIER}/changes/{change}/undo`]: [
      async () => {
        const { params: at } = await ofNewEvent(reason);
        return { params: { ...params, change: await hide(EVENT, at) }, body: reason };
      },
    ],
    [`post ${DOSSIER}/proposals`]: [
      always(params, { kind: "event", body: NEW_EVENT }),
      always(params, { kind: "event", body: { ...NEW_EVENT, ...NAMED } }),
      always(params, { kind: "source", body: NEW_SOURCE }),
      async () => {
        const { params: at } = await ofNewEvent(reason);
        return {
          params,
          body: { kind: "citation", event: at.event ?? "", body: { ...FURTHER, ...reason } },
        };
      },
      async () => {
        const made = await makeEvent();
        const id = String(made.body.citations[0].id);
        const body = { ...patched, title: "Ministers part", basis: id, citations: [{ ...READ, id }] };
        return { params, body: { kind: "change", event: made.body.slug, version: 1, body } };
      },
      async () => {
        const made = await makeEvent();
        const body = { ...NAMED, title: "Ministers part", reason: REASON };
        return { params, body: { kind: "change", event: made.body.slug, version: 1, body } };
      },
      async () => {
        const { params: at } = await ofNewEvent(reason);
        return { params, body: { kind: "deletion", event: at.event ?? "", version: 1, body: reason } };
      },
    ],
    [`post ${DOSSIER}/proposals/{proposal}/accept`]: [
      async () => ({ params: await makeProposal(), body: {} }),
    ],
    [`post ${DOSSIER}/proposals/{proposal}/decline`]: [
      async () => ({ params: await makeProposal(), body: reason }),
    ],
    [`post ${DOSSIER}/proposals/{proposal}/withdraw`]: [
      async () => ({ params: await makeProposal(), body: {} }),
    ],
    "post /api/v1/setup": [always({}, { token: "guess", ...ACCOUNT })],
    "post /api/v1/sign-in": [always({}, { email: ACCOUNT.email, password: ACCOUNT.password })],
    "post /api/v1/sign-out": [always({}, { everywhere: false })],
    [`post ${PASSWORD_PATH}`]: [always({}, { current: "a wrong one", next: "wet paint on the bench" })],
    [`put ${DOSSIER}/visibility`]: [always(params, { visibility: "public" })],
    [`put ${DOSSIER}/members/{member}`]: [always({ ...params, member: memberId }, { role: "editor" })],
    [`post ${DOSSIER}/invitations`]: [always(params, { role: "reader" })],
    "post /api/v1/invitation": [always({}, { token: String(invited.body.path).replace("/join#", "") })],
    "post /api/v1/invitation/accept": [always({}, { token: "guess", account: ACCOUNT })],
    "post /api/v1/keys": [
      async () => {
        await db.apiKey.deleteMany();
        return { params: {}, body: { name: "A script", scope: "write", expiresAt: null, dossier: slug } };
      },
    ],
  };

  const named = [...WRITES, ...ACCOUNT_ACTIONS].flatMap(({ method, path, body }) =>
    body === undefined ? [] : [{ name: `${method} ${path}`, method, path, schema: body }],
  );
  expect(Object.keys(examples).toSorted()).toEqual(named.map(({ name }) => name).toSorted());
  const writes = named.flatMap(({ name, method, path, schema }) =>
    (examples[name] ?? []).map(
      (toExample, at, all): Write => ({
        name: all.length > 1 ? `${name} (${at + 1})` : name,
        method: method.toUpperCase() as Write["method"],
        ...{ path, schema, toExample },
      }),
    ),
  );
  return { send, writes };
}
