import type * as z from "zod";
import type { Instant } from "@/core/time/instant";
import type { DocumentRequest, WireDocument } from "@/wire/document";
import { DocumentRequestSchema } from "@/wire/document-request";
import type { Access } from "../access/admit";
import { storeBlob } from "../blobs/blobs";
import { recordDocument } from "../commands/record-document";
import { loadEnv } from "../env";
import { extractDocument, TooBusy } from "../extract/extract-document";
import { DocumentRefusal, type Hint } from "../extract/extraction";
import { fetchDocument } from "../fetch/fetch-document";
import { FetchRefusal } from "../fetch/fetch-refusal";
import { loadKnownSources } from "../queries/load-known-sources";
import { readBody } from "./read-body";
import { Refusal } from "./refusal";

/** The largest file, with what stands around it in a form. */
export const LARGEST_DOCUMENT_BYTES = 25 * 2 ** 20;

/** Reads a document that is uploaded, pasted or to be fetched, and keeps its bytes; nothing is kept of one refused. */
export async function answerDocument(
  request: Request,
  _: unknown,
  { visitor, author, authorId }: Access,
): Promise<Response> {
  const { bytes, hint, field, addresses } = await orRefusal("url", () => receive(request));
  const extraction = await orRefusal(field, () => extractDocument(bytes, hint));
  const sha256 = await storeBlob(bytes);
  await recordDocument(sha256, { author, authorId }, Date.now() as Instant, {
    means: MEANS[field],
    fileName: hint.fileName ?? null,
    addresses,
    mediaType: extraction.mediaType,
    bytes: bytes.length,
  });
  const knownIn = await loadKnownSources(extraction.text, sha256, visitor);
  const document: WireDocument = { sha256, ...extraction, knownIn };
  return Response.json(document, { status: 201, headers: { "cache-control": "no-store" } });
}

type Received = {
  readonly bytes: Uint8Array;
  readonly hint: Hint;
  readonly field: keyof typeof MEANS;
  /** Those that were asked, where it was fetched. */
  readonly addresses: readonly string[];
};

const MEANS = { text: "text", html: "html", file: "file", url: "address" } as const;

async function receive(request: Request): Promise<Received> {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  const reader = READERS[type.trim().toLowerCase()];
  if (!reader) throw new Refusal(415, "The content type has to be multipart/form-data or application/json.");
  return reader(request);
}

const READERS: Readonly<Record<string, ((request: Request) => Promise<Received>) | undefined>> = {
  "multipart/form-data": receiveForm,
  "application/json": receiveJson,
};

async function receiveForm(request: Request): Promise<Received> {
  const bytes = await readBody(request, LARGEST_DOCUMENT_BYTES);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(bytes, { headers }).formData().catch(() => {
    throw new Refusal(400, "The form cannot be read.");
  });
  const file = form.get("file");
  if (!(file instanceof File) || [...form.keys()].length !== 1) {
    throw toFault("file", "Expected one file, and nothing else.");
  }
  const [mediaType = "", ...parameters] = file.type.split(";").map((part) => part.trim());
  const charset = parameters.map((part) => /^charset="?([\w:.-]+)"?$/i.exec(part)?.[1]).find(Boolean);
  const hint = { mediaType, charset, fileName: file.name };
  return { bytes: new Uint8Array(await file.arrayBuffer()), hint, field: "file", addresses: [] };
}

async function receiveJson(request: Request): Promise<Received> {
  const bytes = await readBody(request, LARGEST_DOCUMENT_BYTES);
  const asked = parseJson(bytes, DocumentRequestSchema);
  if ("url" in asked) return receiveUrl(asked.url);
  const [field, text] = "text" in asked ? (["text", asked.text] as const) : (["html", asked.html] as const);
  const hint = { mediaType: field === "text" ? "text/plain" : "text/html", charset: "utf-8" };
  return { bytes: new TextEncoder().encode(text), hint, field, addresses: [] };
}

async function receiveUrl(url: string): Promise<Received> {
  const { isFetching, origin } = loadEnv();
  if (!isFetching) {
    throw new Refusal(403, "Fetching is off. Whoever runs this program can allow it by DATELINE_FETCH=on.");
  }
  const { bytes, mediaType, charset, addresses } = await fetchDocument(
    url,
    origin && new URL(origin).hostname,
  );
  return { bytes, hint: { mediaType, charset }, field: "url", addresses };
}

function parseJson(bytes: Uint8Array, schema: z.ZodType<DocumentRequest>): DocumentRequest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, "The request is no JSON.");
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw toFault(issue?.path.join(".") ?? "", issue?.message ?? "");
}

async function orRefusal<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DocumentRefusal || error instanceof FetchRefusal)
      throw toFault(field, error.message);
    if (error instanceof TooBusy) throw new Refusal(503, error.message);
    throw error;
  }
}

function toFault(parameter: string, reason: string): Refusal {
  return new Refusal(422, "The document cannot be taken.", [{ parameter, value: null, reason }]);
}
