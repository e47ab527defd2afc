import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDocx, toZip } from "@/test/documents/to-zip";
import { DocumentRefusal } from "./extraction";
import { readDocx } from "./read-docx";
import { openZip } from "./unzip";

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe("a Word document", () => {
  it("gives its paragraphs as they stand when all changes are accepted", () => {
    const { text, warnings } = readDocx(
      toDocx(
        `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run("One &amp; ")}<w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:ins>${run("two")}</w:ins></w:p>` +
          `<w:p/><w:tbl><w:tr><w:tc><w:p>${run("a")}<w:r><w:tab/><w:br/></w:r>${run("b")}</w:p></w:tc></w:tr></w:tbl>` +
          `<w:p><mc:AlternateContent><mc:Choice>${run("once")}</mc:Choice><mc:Fallback>${run("twice")}</mc:Fallback></mc:AlternateContent><w:r><w:footnoteReference/></w:r></w:p>`,
      ),
    );
    expect(text).toBe("One & two\n\na\t\nb\n\nonce");
    expect(warnings).toEqual([expect.stringContaining("tracked changes"), expect.stringContaining("notes")]);
  });

  it("says of itself what its properties say", () => {
    const { proposals } = readDocx(
      toDocx(
        `<w:p>${run("Text")}</w:p>`,
        "<dc:title>On harbours</dc:title><dc:creator>Jo Lind</dc:creator><dcterms:created>2023-01-29T06:00:00Z</dcterms:created>",
      ),
    );
    expect(proposals).toMatchObject({
      title: { value: "On harbours" },
      byline: { value: "Jo Lind" },
      publishedOn: { value: "2023-01-29" },
    });
  });

  it("brings no entity of its own", () => {
    const body = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY l "lol">]><w:p>${run("a&e;&l;b")}</w:p>`;
    expect(readDocx(toDocx(body)).text).toBe("a&e;&l;b");
  });
});

describe("a ZIP file", () => {
  const huge = Buffer.alloc(20 * 2 ** 20);

  it.each<[string, Uint8Array, string]>([
    ["of another kind", toZip([{ name: "a.txt", content: "a" }]), "no Word document"],
    ["that is a bomb", toZip([{ name: "word/document.xml", content: huge }]), "unpacks to far more"],
    ["that hides a bomb", toZip([{ name: "word/document.xml", content: huge, claimed: 1000 }]), "damaged"],
    [
      "of too many files",
      toZip(Array.from({ length: 1001 }, (_, at) => ({ name: `${at}`, content: "" }))),
      "1001 files",
    ],
    ["with a password", toZip([{ name: "word/document.xml", content: "x", flags: 1 }]), "encrypted"],
    [
      "with one name twice",
      toZip(["a", "b"].map((content) => ({ name: "word/document.xml", content }))),
      "two files of one name",
    ],
    ["with another inside", toZip([{ name: "in.docx", content: toDocx("<w:p/>") }]), "no Word document"],
    ["without text", toDocx("<w:p/>"), "no text"],
    ["that is cut short", toDocx(`<w:p>${run("a")}</w:p>`).slice(0, 200), "damaged"],
  ])("%s is refused", (_, bytes, reason) => {
    expect(() => readDocx(bytes)).toThrow(DocumentRefusal);
    expect(() => readDocx(bytes)).toThrow(reason);
  });

  it("names files as it likes, since none is written", () => {
    const zip = openZip(toZip([{ name: "../../etc/passwd", content: "x" }]));
    expect(zip.read("../../etc/passwd")?.toString()).toBe("x");
    expect(zip.read("__proto__")).toBeNull();
  });

  it("is text or refused, whatever happened to its bytes", () => {
    const whole = toDocx(`<w:p>${run("Some words")}</w:p>`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 4, max: whole.length }),
        (changes, length) => {
          const bytes = whole.slice(0, length);
          for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
          try {
            expect(readDocx(bytes).text.length).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentRefusal);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
