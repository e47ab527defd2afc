import { detectMediaType } from "./detect-media-type";
import { DocumentRefusal, type Extraction, type Hint, type MediaType } from "./extraction";
import { readDocx } from "./read-docx";
import { readHtml } from "./read-html";
import { readText } from "./read-text";

const READERS: Readonly<
  Record<MediaType, (bytes: Uint8Array, hint: Hint) => Extraction | Promise<Extraction>>
> = {
  "text/plain": readText,
  "text/html": readHtml,
  // PDF.js takes longer to load than the others take to read.
  "application/pdf": async (bytes) => (await import("./read-pdf")).readPdf(bytes),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": readDocx,
};

/** Reads a document of any kind that the program takes. For a worker, since what it reads may be made to do harm. */
export async function readDocument(bytes: Uint8Array, hint: Hint): Promise<Extraction> {
  if (bytes.length === 0) throw new DocumentRefusal("The document is empty.");
  return READERS[detectMediaType(bytes, hint)](bytes, hint);
}
