import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress } from "node:zlib";
import {
  type Fault,
  PROBLEM_TYPE,
  type Problem,
  type ProblemDetails,
  type ProblemStatus,
  toProblem,
} from "@/wire/problem";
import { DatabaseAway } from "../database-away";
import { isUnchanged, toEntityTag } from "./entity-tag";
import { mayWrite } from "./may-write";

/** What a reader of the interface may be told instead of an answer. */
export class Refusal extends Error {
  constructor(
    readonly status: ProblemStatus,
    message: string,
    readonly faults?: readonly Fault[],
    readonly details: ProblemDetails = {},
  ) {
    super(message);
  }
}

export type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;
type Handlers<P> = Record<"GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", Handler<P>>;

/** Who asks, as far as it matters for what is answered. */
export type Caller = { readonly mayWrite: boolean };

/** What changes a resource. */
export type Writers<P> = Partial<Record<"POST" | "PATCH" | "DELETE", Handler<P>>>;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

// What a client that was turned away waits before it asks again; a restart of the database takes about that long.
export const RETRY_SECONDS = 2;

/** Handlers of a resource: `answer` gives the body as JSON, or throws a Refusal; without writers it is read-only. */
export function toEndpoint<P>(
  answer: (params: P, query: URLSearchParams, caller: Caller) => Promise<unknown>,
  writers: Writers<P> = {},
): Handlers<P> {
  return toHandlers(async (request, params, query) => {
    const caller = { mayWrite: mayWrite(request.headers) };
    return toAnswer(request, JSON.stringify(await answer(params, query, caller)));
  }, writers);
}

/** Handlers of a resource that can only be written. */
export function toWriteEndpoint<P>(writers: Writers<P>): Handlers<P> {
  return toHandlers(null, writers);
}

function toHandlers<P>(
  respond: ((request: Request, params: P, query: URLSearchParams) => Promise<Response>) | null,
  writers: Writers<P> = {},
): Handlers<P> {
  const allowed = [...(respond ? ["GET", "HEAD"] : []), ...Object.keys(writers), "OPTIONS"].join(", ");
  const get: Handler<P> = async (request, { params }) => {
    if (respond === null) return refuse(request, { params });
    try {
      return await respond(request, await params, new URL(request.url).searchParams);
    } catch (error) {
      return toFailure(request, error);
    }
  };
  const refuse: Handler<P> = async (request) =>
    toProblemResponse(request, toProblem(405, `${request.method} is not possible here; ${allowed} are.`), {
      allow: allowed,
    });
  const options: Handler<P> = async () => new Response(null, { status: 204, headers: { allow: allowed } });
  const refused = { POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
  return { GET: get, HEAD: get, ...refused, ...writers, OPTIONS: options };
}

/** Bytes to be sent, compressed by Brotli. */
export type Packed = { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** An answer whose state is known before the answer is: `state` is all that its bytes depend on. */
export type Stated = { readonly state: string; readonly pack: () => Promise<Packed> };

/**
 * Handlers of a read-only resource in bytes; nothing is made for a reader who holds the state already. All that is
 * sent to a reader of Brotli is in it: next.config.js says so by the address, whatever the answer is.
 */
export function toBytesEndpoint<P>(
  answer: (params: P, query: URLSearchParams) => Promise<Stated>,
): Handlers<P> {
  const handlers = toHandlers<P>(async (request, params, query) => {
    const { state, pack } = await answer(params, query);
    const isBrotli = readsBrotli(request);
    const etag = toEntityTag(`${isBrotli ? "br" : "identity"} ${state}`);
    const headers = { etag, "cache-control": "no-cache", vary: "accept-encoding" };
    if (isUnchanged(request.headers.get("if-none-match"), etag))
      return new Response(null, { status: 304, headers });
    const { mediaType, bytes } = await pack();
    return toResponse(request, 200, isBrotli ? bytes : await unpack(bytes), {
      ...headers,
      "content-type": mediaType,
      ...(isBrotli ? { "content-encoding": "br" } : {}),
    });
  });
  const packed = Object.entries(handlers).map(([method, handle]): [string, Handler<P>] => [
    method,
    async (request, context) => packProblem(request, await handle(request, context)),
  ]);
  return { ...handlers, ...Object.fromEntries(packed) };
}

async function packProblem(request: Request, response: Response): Promise<Response> {
  if (response.ok || response.body === null || !readsBrotli(request)) return response;
  const { status, headers } = response;
  headers.set("content-encoding", "br");
  const bytes = await compress(new Uint8Array(await response.arrayBuffer()));
  return new Response(new Uint8Array(bytes), { status, headers });
}

function readsBrotli(request: Request): boolean {
  return /\bbr\b/.test(request.headers.get("accept-encoding") ?? "");
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await decompress(bytes));
}

// A dossier changes when its editor says so: a copy may be kept, but is asked about each time, which the tag makes cheap.
function toAnswer(request: Request, body: string): Response {
  const etag = toEntityTag(body);
  const headers = { etag, "cache-control": "no-cache", "content-type": "application/json; charset=utf-8" };
  if (isUnchanged(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers: { etag, "cache-control": "no-cache" } });
  }
  return toResponse(request, 200, body, headers);
}

/** What a caller is told of a failure; what nobody expected goes to the log under a name of its own. */
export function toFailure(request: Request, error: unknown): Response {
  if (error instanceof Refusal) {
    const more = error.faults ? { faults: error.faults } : {};
    return toProblemResponse(request, toProblem(error.status, error.message, { ...error.details, ...more }));
  }
  if (error instanceof DatabaseAway) {
    return toProblemResponse(request, toProblem(503, "The database is away. Please try again."), {
      "retry-after": String(RETRY_SECONDS),
    });
  }
  const id = randomUUID();
  // The reader is told a name to ask for; what happened is for the log alone.
  console.error(`Failure ${id} at ${request.method} ${new URL(request.url).pathname}:`, error);
  return toProblemResponse(
    request,
    toProblem(500, "Something went wrong. The failure is in the log.", { id }),
  );
}

function toProblemResponse(
  request: Request,
  problem: Problem,
  headers: Record<string, string> = {},
): Response {
  return toResponse(request, problem.status, JSON.stringify(problem), {
    "content-type": PROBLEM_TYPE,
    "cache-control": "no-store",
    ...headers,
  });
}

function toResponse(
  request: Request,
  status: number,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  return new Response(request.method === "HEAD" ? null : body, { status, headers });
}
