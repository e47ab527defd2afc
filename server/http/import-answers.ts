import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import type { Id } from "@/core/record/record";
import { type Day, instantToDay } from "@/core/time/day";
import type { Instant } from "@/core/time/instant";
import type { Zone } from "@/core/time/zone";
import type { ImportMessage, ImportRequest, WireImportResult, WirePreview, WireUpload } from "@/wire/import";
import { ImportRequestSchema, ReadingRequestSchema } from "@/wire/import-request";
import { type Access, admit } from "../access/admit";
import { loadStanding } from "../access/standing";
import { type FileReport, importDataset } from "../commands/import-dataset";
import type { ImportPermit } from "../commands/import-rows";
import { DatabaseAway } from "../database-away";
import { loadEnv } from "../env";
import { FileRefusal } from "../import/file-refusal";
import { keepUpload, locateUpload, openRejects, removeUpload, toRejectsPath } from "../import/uploads";
import { previewImport } from "../queries/preview-import";
import { toRefusal } from "./guard";
import { checkType, readJsonBody } from "./json-body";
import { checkOwnPage } from "./own-page";
import { Refusal } from "./refusal";

type InUpload = { readonly id: string };

/** Keeps the file that is the request's body; `name` in the query is what it is called. */
export async function answerUpload(request: Request, _: unknown, access: Access): Promise<Response> {
  checkType(request, "application/octet-stream");
  if (request.body === null) throw new Refusal(400, "There is no file in the request.");
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const body = request.body as WebStream<Uint8Array>;
  const upload: WireUpload = await orRefusal(() => keepUpload(body, name, access.authorId));
  return Response.json(upload, { status: 201, headers: NOT_STORED });
}

/** What the first rows of a file would become. */
export async function answerPreview(
  request: Request,
  { id }: InUpload,
  { authorId }: Access,
): Promise<Response> {
  const reading = await readJsonBody(request, ReadingRequestSchema);
  const { path, name } = await findUpload(id, authorId);
  const preview: WirePreview = await orRefusal(() => previewImport(path, name, reading, toToday()));
  return Response.json(preview, { headers: NOT_STORED });
}

/**
 * Imports a file that was brought, and tells how far it is, a line of JSON each; the last line is the result or what
 * went wrong. Whoever stops listening breaks the import off.
 */
export async function answerRun(request: Request, { id }: InUpload, access: Access): Promise<Response> {
  const asked = await readJsonBody(request, ImportRequestSchema);
  const upload = await findUpload(id, access.authorId);
  const permit = await toPermit(asked.dossier.slug, request.headers, access);
  const controller = new AbortController();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(sink) {
      const send = (message: ImportMessage) => {
        if (!controller.signal.aborted) sink.enqueue(encoder.encode(`${JSON.stringify(message)}\n`));
      };
      send(await run(asked, upload, { ...access, permit }, controller.signal, send));
      if (!controller.signal.aborted) sink.close();
    },
    cancel: () => controller.abort(new Error("Nobody waits for the import any more.")),
  });
  request.signal.addEventListener("abort", () => controller.abort(request.signal.reason));
  return new Response(stream, { headers: { ...NOT_STORED, "content-type": "application/x-ndjson" } });
}

/** The rows that an import left out, each with what is wrong with it. */
export async function answerRejects(
  request: Request,
  { id }: InUpload,
  { authorId }: Access,
): Promise<Response> {
  checkOwnPage(request);
  const rejects = await openRejects(id, authorId);
  if (rejects === null) throw new Refusal(404, "There are no such rows any more; they are kept for a day.");
  return new Response(Readable.toWeb(rejects.rows) as ReadableStream<Uint8Array>, {
    headers: {
      ...NOT_STORED,
      "content-type": "text/csv; charset=utf-8",
      "content-length": String(rejects.size),
      "content-disposition": 'attachment; filename="rejects.csv"',
    },
  });
}

const NOT_STORED = { "cache-control": "no-store" };
const REPORT_EVERY_MS = 200;

async function run(
  asked: ImportRequest,
  { id, path, name }: WireUpload & { readonly path: string },
  { author, authorId, permit }: Permitted,
  signal: AbortSignal,
  send: (message: ImportMessage) => void,
): Promise<ImportMessage> {
  const { databaseUrl } = loadEnv();
  if (databaseUrl === null) throw new Error("DATABASE_URL: the server was started without a database.");
  let sent = 0;
  const order = {
    ...{ path, fileName: name, today: toToday(), isDryRun: false, permit },
    author: authorId === null ? "Import" : author,
    ...{
      dataset: null,
      rejectsPath: toRejectsPath(id, authorId),
      format: asked.format,
      mapping: asked.mapping,
    },
    ...{ zone: asked.zone as Zone | null, published: asked.published as Day | null },
    ...{ publisher: asked.publisher, language: asked.language ?? "und" },
    ...{ dossier: asked.dossier, skipsBad: asked.skipsBad },
  };
  const onProgress = ({ rows }: { readonly rows: number }, bytesRead: number, size: number) => {
    if (performance.now() - sent < REPORT_EVERY_MS) return;
    sent = performance.now();
    send({ progress: { rows, portion: bytesRead / size } });
  };
  try {
    const report = await importDataset(databaseUrl, order, { signal, onProgress });
    if (report.outcome === "written") await removeUpload(id);
    return { result: toResult(report, id) };
  } catch (error) {
    if (error instanceof FileRefusal) return { problem: error.message };
    if (error instanceof DatabaseAway)
      return { problem: "The database is away. Nothing was imported; try again." };
    if (!signal.aborted) console.error("Import failed:", error);
    return { problem: "Something went wrong, and nothing was imported. The failure is in the log." };
  }
}

function toResult({ outcome, ...report }: FileReport, id: string): WireImportResult {
  const { slug, title } = report.dossier;
  const { dataset, rows, added, changed, unchanged, rejected, missing } = report;
  const { undated, unplaced, dayGiven, notice, faults, faultCount } = report;
  return {
    outcome: outcome === "written" ? "written" : "refused",
    ...{ dossier: { slug, title }, dataset, rows, added, changed, unchanged, rejected, missing },
    ...{ undated, unplaced, dayGiven, notice, faults, faultCount },
    rejects: report.rejectsPath && `/api/v1/imports/${id}/rejects`,
  };
}

type Permitted = Access & { readonly permit: ImportPermit };

/** A dossier that is there is added to by its editors alone; whoever makes a new one owns it. */
async function toPermit(slug: string, headers: Headers, { authorId }: Access): Promise<ImportPermit> {
  const standing = await loadStanding(slug);
  if (standing === null) return { ownerId: authorId, dossierId: null };
  const decision = await admit("/api/v1/dossiers/[slug]/events", "POST", slug, headers);
  if (decision.isAdmitted) return { ownerId: authorId, dossierId: standing.id };
  throw toRefusal(decision.denial, slug, decision.visitor);
}

async function findUpload(id: string, userId: Id | null): Promise<WireUpload & { readonly path: string }> {
  const upload = await locateUpload(id, userId);
  if (upload === null) throw new Refusal(404, "There is no such file any more; bring it again.");
  return upload;
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FileRefusal ? new Refusal(422, error.message) : error;
  }
}

function toToday(): Day {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as Zone;
  return instantToDay(Date.now() as Instant, zone);
}
