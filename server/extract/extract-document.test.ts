import { describe, expect, it } from "vitest";
import { toPdf } from "@/test/documents/to-pdf";
import { toDocx } from "@/test/documents/to-zip";
import { WIRE_STORY } from "@/test/documents/wire-story";
import { extractDocument, TooBusy } from "./extract-document";
import { DocumentRefusal, type Hint } from "./extraction";

const LONGEST_MS = 60_000;
const encode = (text: string) => new TextEncoder().encode(text);
const ENCRYPTED = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"00".repeat(32)}> /U <${"00".repeat(32)}> /P -1 >> /ID [<00> <00>]`;

describe("a document of its own process", { timeout: LONGEST_MS }, () => {
  it.each<[string, Uint8Array, Hint, string]>([
    ["text/plain", encode(WIRE_STORY), { fileName: "story.txt" }, WIRE_STORY.trimEnd()],
    ["text/html", encode("<!doctype html><p>Some words"), {}, "Some words"],
    [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      toDocx("<w:p><w:r><w:t>Some words</w:t></w:r></w:p>"),
      {},
      "Some words",
    ],
    [
      "application/pdf",
      toPdf({ pages: [["Some", "words", "", "Apart"], ["Next page"]] }),
      {},
      "Some\nwords\n\nApart\n\nNext page",
    ],
  ])("is read as %s", async (mediaType, bytes, hint, text) => {
    expect(await extractDocument(bytes, hint)).toMatchObject({ mediaType, text, warnings: [] });
  });

  it("of PDF says of itself what its properties say, and which of its pages are pictures", async () => {
    const info = { Title: "On harbours", Author: "Jo Lind", CreationDate: "D:20230129233000-05'00'" };
    const { proposals, warnings } = await extractDocument(
      toPdf({ pages: [["Words"], []], info, catalog: "/Lang (pt-PT)" }),
    );
    expect(proposals).toMatchObject({
      title: { value: "On harbours" },
      byline: { value: "Jo Lind" },
      publishedOn: { value: "2023-01-29" },
      language: { value: "pt-PT" },
    });
    expect(warnings).toEqual([expect.stringMatching(/no text.*: 2\.$/)]);
  });

  it.each<[string, Uint8Array, Hint, string]>([
    ["that is empty", encode(""), {}, "is empty"],
    ["of spaces", encode(" \n "), {}, "no text"],
    ["that is an image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47), {}, "an image"],
    ["that is said to be PDF", encode("Words"), { fileName: "a.pdf" }, "no PDF"],
    ["of PDF without a text layer", toPdf({ pages: [[], []] }), {}, "needs OCR"],
    ["of PDF with a password", toPdf({ pages: [["x"]], trailer: ENCRYPTED }), {}, "encrypted"],
    ["of PDF cut short", toPdf({ pages: [["x"]] }).slice(0, 450), {}, "cut short"],
    ["of PDF whose pages hold themselves", toPdf({ pages: [["x"]], kids: "2 0 R" }), {}, "damaged"],
    ["of PDF in name alone", encode("%PDF-1.7\nnothing\n%%EOF"), {}, "damaged"],
    [
      "of more pages than are read",
      toPdf({ pages: Array.from({ length: 2001 }, () => ["x"]) }),
      {},
      "2001 pages",
    ],
  ])("%s is refused", async (_, bytes, hint, reason) => {
    const refused = extractDocument(bytes, hint);
    await expect(refused).rejects.toThrow(DocumentRefusal);
    await expect(refused).rejects.toThrow(reason);
  });

  it("runs nothing that a PDF would have run, nor falls into its tables", async () => {
    const script = "/OpenAction << /S /JavaScript /JS (while \\(true\\) {}) >>";
    const { text } = await extractDocument(
      toPdf({ pages: [["Words"]], catalog: script, trailer: "/Prev SELF" }),
    );
    expect(text).toBe("Words");
  });
});

describe("a bomb", { timeout: LONGEST_MS }, () => {
  it("of 300 MB in a PDF is over in time", async () => {
    const started = performance.now();
    const spaces = new Uint8Array(300 * 2 ** 20).fill(32);
    await expect(extractDocument(toPdf({ pages: [["x"]], content: spaces }))).rejects.toThrow("needs OCR");
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("that takes more memory than is allowed ends alone", async () => {
    const spaces = new Uint8Array(300 * 2 ** 20).fill(32);
    const limits = { longestMs: 30_000, heapMb: 512, residentMb: 250 };
    await expect(extractDocument(toPdf({ pages: [["x"]], content: spaces }), {}, limits)).rejects.toThrow(
      "memory",
    );
    expect((await extractDocument(encode("Next"))).text).toBe("Next");
  });

  it("whose tree outgrows its heap ends alone", async () => {
    const page = encode(`<p>${"<b>x</b> ".repeat(90_000)}`);
    const limits = { longestMs: 30_000, heapMb: 24, residentMb: 1024 };
    await expect(extractDocument(page, { mediaType: "text/html" }, limits)).rejects.toThrow("memory");
    expect((await extractDocument(encode("Next"))).text).toBe("Next");
  });

  it("that takes longer than is allowed is ended", async () => {
    const page = encode("<div>".repeat(1_000_000));
    const limits = { longestMs: 1500, heapMb: 512, residentMb: 1024 };
    const started = performance.now();
    await expect(extractDocument(page, { mediaType: "text/html" }, limits)).rejects.toThrow(
      "longer than 1.5 s",
    );
    expect(performance.now() - started).toBeLessThan(6000);
  });

  it("is one of a few that wait", async () => {
    const many = Array.from({ length: 17 }, () => extractDocument(encode("x")));
    const outcomes = await Promise.allSettled(many);
    const [reason, ...more] = outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [outcome.reason] : [],
    );
    expect(reason).toBeInstanceOf(TooBusy);
    expect(more).toEqual([]);
  });
});
