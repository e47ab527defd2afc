import type { Obtained } from "@/core/record/obtained";
import { SourceQuerySchema } from "@/wire/plain-queries";
import type { Access } from "../access/admit";
import { BlobDamaged, loadBlob } from "../blobs/blobs";
import { loadOrigins } from "../queries/load-origins";
import { read } from "./answers";
import { noteExport } from "./note-export";
import { Refusal } from "./refusal";

type OfSource = { readonly slug: string; readonly source: string };

/**
 * The bytes that a text of a source was taken from, as they were brought, for those who may change the source. They are
 * only ever saved: foreign HTML is not shown.
 */
export async function answerOriginal(
  request: Request,
  { slug, source }: OfSource,
  access: Access,
): Promise<Response> {
  const { text = null } = read(SourceQuerySchema, new URL(request.url).searchParams);
  const origins = await loadOrigins(slug, source);
  const origin = origins.find(({ number, isPresent }) => (text === null ? isPresent : number === text));
  const document = origin?.document ?? null;
  if (!origin || document === null) {
    throw new Refusal(404, `There is no document of source ${source} in dossier ${slug}.`);
  }
  const bytes = await orRefusal(() => loadBlob(document));
  if (bytes === null) throw new Refusal(500, `Document ${document}: its bytes are not there.`);
  await noteExport(request, access, { what: "document", source });
  return new Response(new Uint8Array(bytes), {
    headers: { ...HEADERS, "content-disposition": toDisposition(origin.obtained, source) },
  });
}

const HEADERS = {
  "content-type": "application/octet-stream",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'",
};

async function orRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BlobDamaged) throw new Refusal(500, error.message);
    throw error;
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "text/plain": "txt",
  "text/html": "html",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

// The name is a stranger's: what could end the header, or leave the folder of downloads, is taken out of it.
function toDisposition(obtained: Obtained | null, source: string): string {
  const extension = EXTENSIONS[obtained?.mediaType ?? ""] ?? "bin";
  const name = (obtained?.fileName ?? `${source}.${extension}`).replace(/[\p{Cc}\p{Cf}"\\/:*?<>|]/gu, "_");
  const plain = name.replace(/[^\x20-\x7e]|%/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
