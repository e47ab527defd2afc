import type {
  BrokenPassage,
  Brought,
  Change,
  EditorClient,
  FoundPlaces,
  Made,
  NamedPlaces,
  Outcome,
  ReadDocument,
  StoredEvent,
  StoredSource,
} from "@/components/editor/editor-client";
import { toKey } from "@/components/editor/to-key";
import type { WireEvent } from "@/wire/api";
import type { Problem } from "@/wire/problem";

/** The editor's way to the server of this page. */
export const editorClient: EditorClient = {
  isProposing: false,
  createDossier: (order, key) => post(`${API}/dossiers`, order, key, toMade),
  readDocument: (brought) => ask(`${API}/documents`, toDocumentRequest(brought), toRead),
  createSource: (dossier, order, key) => post(`${API}/dossiers/${dossier}/sources`, order, key, toMade),
  addText: (dossier, source, version, order, key) =>
    post(`${toSource(dossier, source)}/texts`, order, key, toMade, version),
  anchorPassage: (passage, { start, end, exact }) =>
    post(`${toPassage(passage)}/anchor`, { start, end, exact }, toKey(), toMade, passage.version),
  keepPassage: (passage) => post(`${toPassage(passage)}/keep`, {}, toKey(), toMade, passage.version),
  createEvent: (dossier, order, key) => post(`${API}/dossiers/${dossier}/events`, order, key, toMade),
  addCitation: (dossier, event, order, key) =>
    post(`${toEvent(dossier, event)}/citations`, order, key, toMade),
  loadEvent: (dossier, event) => ask(toEvent(dossier, event), { cache: "no-store" }, toEventBody),
  changeEvent: (dossier, event, version, patch) =>
    ask(toEvent(dossier, event), toVersionedRequest("PATCH", version, patch), toEventBody),
  deleteEvent: (dossier, event, version, reason) =>
    ask(toEvent(dossier, event), toVersionedRequest("DELETE", version, { reason }), toNothing),
  mergeEvents: (dossier, event, version, order, key) =>
    post(`${toEvent(dossier, event)}/merge`, order, key, toMade, version),
  splitEvent: (dossier, event, version, order, key) =>
    post(`${toEvent(dossier, event)}/split`, order, key, toMade, version),
  moveCitation: (dossier, event, citation, version, order, key) =>
    post(`${toEvent(dossier, event)}/citations/${citation}/move`, order, key, toMade, version),
  changeSource: (dossier, source, version, patch) =>
    ask(toSource(dossier, source), toVersionedRequest("PATCH", version, patch), toSourceBody),
  undoChange: (dossier, change) => post(`${toChanges(dossier)}/${change}/undo`, {}, toKey(), toNothing),
  restoreState: (dossier, entry) => post(`${toChanges(dossier)}/${entry}/restore`, {}, toKey(), toNothing),
  async loadChanges(dossier, subject) {
    const query = new URLSearchParams({ subject });
    return ask(`${toChanges(dossier)}?${query}`, { cache: "no-store" }, toEntries);
  },
  searchPlaces: (words, signal) =>
    read<FoundPlaces>(`gazetteer?${new URLSearchParams({ q: words })}`, signal),
  namePlaces: (passage, signal) =>
    read<NamedPlaces>(`gazetteer/named?${new URLSearchParams({ text: passage })}`, signal),
  async loadBasemap() {
    const response = await fetch("/basemap/countries.json");
    if (!response.ok) throw new Error(`Basemap: the server answered ${response.status}.`);
    return response.json();
  },
};

const API = "/api/v1";
const TOO_MANY = 429;

const toChanges = (dossier: string) => `${API}/dossiers/${dossier}/changes`;
/** The address of what is proposed for a dossier. */
export const toProposals = (dossier: string) => `${API}/dossiers/${dossier}/proposals`;
const toSource = (dossier: string, source: string) => `${API}/dossiers/${dossier}/sources/${source}`;
const toPassage = ({ dossier, source, passage }: BrokenPassage) =>
  `${toSource(dossier, source)}/passages/${passage}`;
const toEvent = (dossier: string, event: string) => `${API}/dossiers/${dossier}/events/${event}`;

async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(`${API}/${path}`, { signal });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}.`);
  return response.json();
}

/** Sends a write under a key, so that it is done once. */
export function post<T>(
  path: string,
  body: unknown,
  key: string,
  toValue: (response: Response) => Promise<T>,
  version: number | null = null,
): Promise<Outcome<T>> {
  const seen = version === null ? {} : { "if-match": `"${version}"` };
  const headers = { "content-type": "application/json", "idempotency-key": key, ...seen };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) }, toValue);
}

function toVersionedRequest(method: "PATCH" | "DELETE", version: number, body: unknown): RequestInit {
  const headers = { "content-type": "application/json", "if-match": `"${version}"` };
  return { method, headers, body: JSON.stringify(body) };
}

function toDocumentRequest(brought: Brought): RequestInit {
  if (brought.kind === "file") {
    const body = new FormData();
    body.set("file", brought.file);
    return { method: "POST", body };
  }
  const { kind: _, ...body } = brought;
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function ask<T, P = StoredEvent>(
  path: string,
  init: RequestInit,
  toValue: (response: Response) => Promise<T>,
): Promise<Outcome<T, P>> {
  try {
    const response = await fetch(path, init);
    if (response.ok) {
      const change = response.headers.get("dateline-change");
      return { kind: "done", value: await toValue(response), change };
    }
    if (response.status === 412) return { kind: "conflict", present: (await response.json()).present };
    // What a server that restarts answers says nothing of the request; nor does one that has enough to do of whether an
    // earlier attempt was done.
    if (response.status >= 500 || response.status === TOO_MANY)
      return { kind: "away", reason: (await toProblem(response)).detail };
    const { detail, faults = [] } = await toProblem(response);
    return { kind: "refused", reason: detail, faults };
  } catch {
    return { kind: "away", reason: "The server does not answer." };
  }
}

async function toProblem(response: Response): Promise<Pick<Problem, "detail" | "faults">> {
  try {
    return await response.json();
  } catch {
    return { detail: `The server answered ${response.status}.` };
  }
}

async function toMade(response: Response): Promise<Made> {
  const { slug }: Made = await response.json();
  return { slug };
}

const toEventBody = async (response: Response): Promise<WireEvent> => response.json();

const toSourceBody = async (response: Response): Promise<StoredSource> => response.json();

const toRead = async (response: Response): Promise<ReadDocument> => response.json();

const toEntries = async (response: Response): Promise<readonly Change[]> => (await response.json()).items;

const toNothing = async (): Promise<null> => null;
