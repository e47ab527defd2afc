import "./newer-node";
import { readFile } from "node:fs/promises";
// Sets itself up where PDF.js looks for it, so that it needs no second thread.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, PasswordException, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { LIMITS } from "@/core/record/limits";
import { DocumentRefusal, type Extraction } from "./extraction";
import type { Metadatum } from "./html-metadata";
import { mergeProposals } from "./merge-proposals";
import { type PdfRun, pdfRunsToText } from "./pdf-runs-to-text";
import { proposeFromMetadata } from "./propose-from-metadata";
import { proposeFromText } from "./propose-from-text";
import { tidyText } from "./tidy-text";

/**
 * The text layer of a PDF, its pages apart by empty lines. Refused are what needs a password, what is cut short, what
 * has no text but pictures of it, and what is longer than a source may be. Scripts and forms in it are never run.
 */
export async function readPdf(bytes: Uint8Array): Promise<Extraction> {
  checkEnd(bytes);
  const task = getDocument({
    // It takes the bytes away from whoever else holds them.
    data: bytes.slice(),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    cMapUrl: new URL("cmaps/", import.meta.url).href,
    BinaryDataFactory: CMaps,
  });
  try {
    return await readPages(await task.promise);
  } catch (error) {
    if (error instanceof PasswordException)
      throw new DocumentRefusal("The PDF is encrypted: save it without its password, and bring that.");
    throw error;
  } finally {
    await task.destroy();
  }
}

const MOST_PAGES = 2000;
// The mark of its end stands within the last kilobyte; some programs append more.
const END_LENGTH = 4096;

function checkEnd(bytes: Uint8Array): void {
  const end = Buffer.from(bytes.subarray(-END_LENGTH)).toString("latin1");
  if (!end.includes("%%EOF")) throw new DocumentRefusal("The PDF is cut short: its end is missing.");
}

async function readPages(pdf: PDFDocumentProxy): Promise<Extraction> {
  if (pdf.numPages > MOST_PAGES) {
    throw new DocumentRefusal(`The PDF has ${pdf.numPages} pages; at most ${MOST_PAGES} are read.`);
  }
  const metadata = await readMetadata(pdf);
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    // What the document says stays as it says it: ligatures and the like are not rewritten.
    const { items } = await page.getTextContent({ disableNormalization: true });
    const text = pdfRunsToText(items.filter((item): item is PdfRun & typeof item => "str" in item));
    page.cleanup();
    pages.push(text);
    length += text.length;
    // In units of UTF-16, of which a character has at most two.
    if (length > 2 * LIMITS.text)
      throw new DocumentRefusal(`The PDF holds more text than ${LIMITS.text} characters.`);
  }
  const without = pages.flatMap((text, at) => (text.trim() === "" ? [at + 1] : []));
  if (without.length === pages.length) {
    throw new DocumentRefusal(
      "The PDF holds pictures of text and no text: it needs OCR (recognition of characters) first.",
    );
  }
  const { text, warnings } = tidyText(pages.filter((page) => page.trim() !== "").join("\n\n"));
  return {
    mediaType: "application/pdf",
    text,
    proposals: mergeProposals(proposeFromMetadata(metadata), proposeFromText(text)),
    warnings: [...(without.length === 0 ? [] : [toMissing(without)]), ...warnings],
  };
}

function toMissing(pages: readonly number[]): string {
  const shown = pages.slice(0, 10).join(", ");
  const more = pages.length > 10 ? ` and ${pages.length - 10} more` : "";
  return `These pages have no text, perhaps pictures of it: ${shown}${more}.`;
}

async function readMetadata(pdf: PDFDocumentProxy): Promise<Metadatum[]> {
  const { info } = await pdf.getMetadata();
  const stated = info as Readonly<Record<string, unknown>>;
  const found: Metadatum[] = [];
  for (const [says, name] of STATED) {
    const value = stated[name];
    // What a word processor puts in place of a title is the name of its file.
    if (typeof value === "string" && value.trim() !== "" && !FILE_NAME.test(value))
      found.push({ says, value: toDashed(value), where: `the PDF's properties, ${name}` });
  }
  return found;
}

const FILE_NAME = /^(?:Microsoft (?:Word|PowerPoint) - |untitled)|\.(?:docx?|pdf|indd|tex|odt)$/i;
const STATED = [
  ["title", "Title"],
  ["byline", "Author"],
  ["language", "Language"],
  ["publishedOn", "CreationDate"],
] as const;

// "D:20230129061500+09'00'" is 2023-01-29.
function toDashed(value: string): string {
  return value.replace(/^D:(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3");
}

/** Gives PDF.js the tables of characters that lie beside the worker, and nothing else of this machine. */
class CMaps {
  private readonly folder: string;

  constructor({ cMapUrl }: { cMapUrl: string }) {
    this.folder = cMapUrl;
  }

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl" || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`No ${kind} ${filename}.`);
    return new Uint8Array(await readFile(new URL(filename, this.folder)));
  }
}
