import { type DocxMarks, docxXmlToText } from "./docx-xml-to-text";
import { DocumentRefusal, type Extraction } from "./extraction";
import type { Metadatum } from "./html-metadata";
import { mergeProposals } from "./merge-proposals";
import { proposeFromMetadata } from "./propose-from-metadata";
import { proposeFromText } from "./propose-from-text";
import { tidyText } from "./tidy-text";
import { openZip } from "./unzip";
import { locateXmlTexts } from "./xml-texts";

/** The text of a Word document as it stands with all changes accepted; notes, headers and comments are left out. */
export function readDocx(bytes: Uint8Array): Extraction {
  const zip = openZip(bytes);
  const main = zip.read("word/document.xml");
  if (main === null) throw new DocumentRefusal("This is a ZIP file and no Word document (DOCX).");
  const { text: raw, marks } = docxXmlToText(main.toString("utf8"));
  const { text, warnings } = tidyText(raw);
  const metadata = readProperties(zip.read("docProps/core.xml")?.toString("utf8") ?? "");
  return {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    text,
    proposals: mergeProposals(proposeFromMetadata(metadata), proposeFromText(text)),
    warnings: [...toWarnings(marks), ...warnings],
  };
}

function toWarnings({ hasChanges, hasNotes }: DocxMarks): string[] {
  return [
    ...(hasChanges ? ["The document has tracked changes: the text is as if all were accepted."] : []),
    ...(hasNotes ? ["The notes of the document were left out."] : []),
  ];
}

const PROPERTIES: Readonly<Record<string, Metadatum["says"]>> = {
  "dc:title": "title",
  "dc:creator": "byline",
  "dc:publisher": "publisher",
  "dc:language": "language",
  "dcterms:created": "publishedOn",
};

function readProperties(xml: string): Metadatum[] {
  return locateXmlTexts(xml, Object.keys(PROPERTIES)).flatMap(({ name, text }) => {
    const says = PROPERTIES[name];
    return says && text.trim() !== ""
      ? [{ says, value: text, where: `the document's properties, ${name}` }]
      : [];
  });
}
