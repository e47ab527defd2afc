import { promisify } from "node:util";
import { brotliCompress, brotliDecompress } from "node:zlib";
import { toProblem } from "@/wire/problem";
import type { Access } from "../access/admit";
import type { Method, RouteName } from "../access/table";
import { isUnchanged, toEntityTag } from "./entity-tag";
import { toProblemResponse } from "./failure";
import { type Act, type Handler, toGuarded } from "./guard";

type Handlers<P> = Record<"GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", Handler<P>>;

/** What changes a resource. */
type Writers<P> = Partial<Record<Exclude<Method, "GET">, Act<P>>>;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Handlers of a resource: `answer` gives the body as JSON, or throws a Refusal; without writers it is read-only. */
export function toEndpoint<P>(
  route: RouteName,
  answer: (params: P, query: URLSearchParams, access: Access, request: Request) => Promise<unknown>,
  writers: Writers<P> = {},
): Handlers<P> {
  const respond: Act<P> = async (request, params, access) => {
    const query = new URL(request.url).searchParams;
    return toAnswer(request, JSON.stringify(await answer(params, query, access, request)));
  };
  return toHandlers(route, { GET: respond, ...writers });
}

/** Handlers of a resource that can only be written. */
export function toWriteEndpoint<P>(route: RouteName, writers: Writers<P>): Handlers<P> {
  return toHandlers(route, writers);
}

function toHandlers<P>(route: RouteName, acts: Partial<Record<Method, Act<P>>>): Handlers<P> {
  const guarded = Object.entries(acts).map(([method, act]) => [
    method,
    toGuarded(route, method as Method, act),
  ]);
  const known: Partial<Handlers<P>> = Object.fromEntries(guarded);
  const names = Object.keys(acts).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const allowed = [...names, "OPTIONS"].join(", ");
  const refuse: Handler<P> = async (request) =>
    toProblemResponse(request, toProblem(405, `${request.method} is not possible here; ${allowed} are.`), {
      allow: allowed,
    });
  const options: Handler<P> = async () => new Response(null, { status: 204, headers: { allow: allowed } });
  const refused = { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
  return { ...refused, ...known, HEAD: known.GET ?? refuse, OPTIONS: options };
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
  route: RouteName,
  answer: (params: P, query: URLSearchParams) => Promise<Stated>,
): Handlers<P> {
  const respond: Act<P> = async (request, params) => {
    const { state, pack } = await answer(params, new URL(request.url).searchParams);
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
  };
  const handlers = toHandlers(route, { GET: respond });
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

function toResponse(
  request: Request,
  status: number,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  return new Response(request.method === "HEAD" ? null : body, { status, headers });
}
