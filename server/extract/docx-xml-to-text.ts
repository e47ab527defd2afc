import { Parser } from "htmlparser2";

/** What the body of a Word document holds beside its text. */
export type DocxMarks = { readonly hasChanges: boolean; readonly hasNotes: boolean };

/** The text of WordprocessingML: a paragraph each `w:p`, what was deleted or is there a second time left out. */
export function docxXmlToText(xml: string): { readonly text: string; readonly marks: DocxMarks } {
  const paragraphs: string[] = [];
  let paragraph = "";
  let isText = false;
  // Depth inside of what is not read, where an element may hold others of its kind.
  let skipped = 0;
  let [hasChanges, hasNotes] = [false, false];
  const parser = new Parser(
    {
      onopentagname(name) {
        if (SKIPPED.has(name)) skipped++;
        if (name === "w:ins" || name === "w:del") hasChanges = true;
        if (name === "w:footnoteReference" || name === "w:endnoteReference") hasNotes = true;
        if (name === "w:t") isText = true;
        if (skipped === 0) paragraph += CHARACTERS[name] ?? "";
      },
      ontext(data) {
        if (isText && skipped === 0) paragraph += data;
      },
      onclosetag(name) {
        if (SKIPPED.has(name)) skipped--;
        if (name === "w:t") isText = false;
        if (name !== "w:p" || skipped > 0) return;
        paragraphs.push(paragraph.trim());
        paragraph = "";
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  paragraphs.push(paragraph.trim());
  const text = paragraphs.filter((one) => one !== "").join("\n\n");
  return { text, marks: { hasChanges, hasNotes } };
}

// `w:pPr` names the stops of tabs, which are no tabs; `mc:Fallback` repeats, for old programs, what stands before it.
const SKIPPED = new Set(["w:del", "w:moveFrom", "w:pPr", "mc:Fallback"]);

const CHARACTERS: Readonly<Record<string, string>> = {
  "w:br": "\n",
  "w:cr": "\n",
  "w:tab": "\t",
  "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "\u00AD",
};
