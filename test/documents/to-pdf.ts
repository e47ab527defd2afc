import { deflateSync } from "node:zlib";

export type PdfParts = {
  /** The lines of each page; a page without any has no text layer. */
  readonly pages: readonly (readonly string[])[];
  readonly info?: Readonly<Record<string, string>>;
  /** Put into the catalogue or the trailer as they stand; SELF in the trailer is where its table begins. */
  readonly catalog?: string;
  readonly trailer?: string;
  /** In place of the lines of the first page, packed by Flate. */
  readonly content?: Uint8Array;
  readonly kids?: string;
};

/** A PDF written by hand: one font, and lines of ASCII twelve points high. An empty line is a gap. */
export function toPdf({ pages, info = {}, catalog = "", trailer = "", content, kids }: PdfParts): Uint8Array {
  const objects: (string | Uint8Array)[] = [];
  const add = (body: string | Uint8Array) => objects.push(body);
  const pageAt = (index: number) => 5 + 2 * index;
  add(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids ?? pages.map((_, at) => `${pageAt(at)} 0 R`).join(" ")}] >>`,
  );
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${value})`)
      .join(" ")} >>`,
  );
  pages.forEach((lines, index) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${pageAt(index) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(index === 0 && content ? toPacked(content) : toStream(toContent(lines)));
  });
  return assemble(objects, `/Root 1 0 R /Info 4 0 R ${trailer}`);
}

function toContent(lines: readonly string[]): string {
  const shown = lines.map((line) =>
    line === "" ? "0 -14 Td" : `(${line.replace(/[\\()]/g, "\\$&")}) Tj 0 -14 Td`,
  );
  return lines.length === 0 ? "0 0 100 100 re f" : `BT /F1 12 Tf 72 720 Td ${shown.join(" ")} ET`;
}

function toStream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function toPacked(content: Uint8Array): Uint8Array {
  const packed = deflateSync(content, { level: 9 });
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}

function assemble(objects: readonly (string | Uint8Array)[], trailer: string): Uint8Array {
  const parts = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((body, index) => {
    offsets.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n"));
  });
  const start = length();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ${trailer.replace("SELF", String(start))} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
