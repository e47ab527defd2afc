import { DocumentRefusal, type Hint, type MediaType } from "./extraction";

/**
 * The kind of a document by its first bytes; for text, whether it is HTML, by what whoever brought it says, else by how
 * it begins. Throws a DocumentRefusal for a kind that is not read.
 */
export function detectMediaType(bytes: Uint8Array, { mediaType, fileName }: Hint): MediaType {
  const head = Buffer.from(bytes.subarray(0, HEAD_LENGTH)).toString("latin1");
  if (head.slice(0, MOST_BEFORE_PDF).includes("%PDF-")) return "application/pdf";
  if (head.startsWith("PK\u0003\u0004")) {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  const known = OTHERS.find(([mark]) => head.startsWith(mark));
  if (known) throw new DocumentRefusal(`This is ${known[1]}. ${TAKEN}`);
  const name = (fileName ?? "").toLowerCase();
  const said = (mediaType ?? "").toLowerCase();
  // What should be one of these by its name and is not by its bytes was cut or mixed up.
  if (/\.pdf$/.test(name) || said === "application/pdf") {
    throw new DocumentRefusal("This is no PDF, although it is said to be one.");
  }
  if (/\.docx$/.test(name) || said.includes("wordprocessingml")) {
    throw new DocumentRefusal("This is no Word document, although it is said to be one.");
  }
  if (/\.x?html?$/.test(name) || /^(text\/html|application\/xhtml\+xml)$/.test(said)) return "text/html";
  if (/\.(txt|text|md)$/.test(name) || said === "text/plain") return "text/plain";
  // In UTF-16 every letter has a NUL beside it.
  return /^[\s\u00ef\u00bb\u00bf\u00ff\u00fe]*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<(?:!doctype html|html))\b/i.test(
    head.replaceAll("\0", ""),
  )
    ? "text/html"
    : "text/plain";
}

const HEAD_LENGTH = 2048;
// Readers of PDF look for its mark within the first kilobyte.
const MOST_BEFORE_PDF = 1024;
const TAKEN = "Taken are plain text, HTML, PDF and DOCX.";

const OTHERS: readonly (readonly [mark: string, what: string])[] = [
  [
    "\u00d0\u00cf\u0011\u00e0",
    "an Office document of the old kind, or an encrypted one; save it as DOCX without a password",
  ],
  ["{\\rtf", "an RTF document"],
  ["\u0089PNG", "an image"],
  ["\u00ff\u00d8\u00ff", "an image"],
  ["GIF8", "an image"],
  ["RIFF", "an image or a recording"],
  ["\u001f\u008b", "a file packed by gzip"],
  ["Rar!", "an archive"],
  ["7z\u00bc\u00af", "an archive"],
  ["BZh", "a packed file"],
  ["\u007fELF", "a program"],
  ["MZ\u0090", "a program"],
  ["SQLite format 3", "a database"],
];
