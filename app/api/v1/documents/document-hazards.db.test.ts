import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/documents/route";
import { isStorable } from "@/core/text/code-points";
import { database } from "@/server/db";
import { useDatabase } from "@/test/database";
import { toPdf } from "@/test/documents/to-pdf";
import { toDocx, toZip } from "@/test/documents/to-zip";
import { WIRE_STORY } from "@/test/documents/wire-story";
import { countRows } from "@/test/hazards/count-rows";
import { ProblemSchema } from "@/wire/problem";

// Each document is read by a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const { db, pool, url } = await useDatabase();
const folder = mkdtempSync(join(tmpdir(), "dateline-hazards-"));
Object.assign(process.env, { DATABASE_URL: url, DATELINE_DATA: folder, HOSTNAME: "127.0.0.1" });
afterAll(async () => {
  await database().$disconnect();
  rmSync(folder, { recursive: true });
});

const encode = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

function post(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request("http://localhost:3000/api/v1/documents", {
    ...{ method: "POST", body, headers: { host: "localhost:3000", ...headers } },
  });
  return POST(request, { params: Promise.resolve({}) });
}

const postJson = (value: object) => post(JSON.stringify(value), { "content-type": "application/json" });

function postFile(bytes: Uint8Array, name: string): Promise<Response> {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  return post(form);
}

/** All that is kept of what is brought. */
async function listKept(): Promise<unknown> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return [files.length, await countRows(pool)];
}

/** That a response gives a text that can be kept, or names the field that is no document and keeps nothing. */
async function expectTextOrFault(send: () => Promise<Response>, field: string): Promise<number> {
  const before = await listKept();
  const response = await send();
  const answer = await response.json();
  if (response.status === 201) {
    expect(isStorable(answer.text)).toBe(true);
    expect(answer.text.trim()).not.toBe("");
    return 201;
  }
  const { status, faults = [] } = ProblemSchema.parse(answer);
  expect([status, faults.map(({ parameter }) => parameter)], JSON.stringify(answer)).toEqual([422, [field]]);
  expect(await listKept()).toEqual(before);
  return 422;
}

const ENCRYPTED = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"00".repeat(32)}> /U <${"00".repeat(32)}> /P -1 >> /ID [<00> <00>]`;
const WORDS = "<w:p><w:r><w:t>Some words of a report that was written by hand.</w:t></w:r></w:p>";

const KINDS: Readonly<Record<string, Uint8Array>> = {
  "report.txt": encode(WIRE_STORY),
  "report.html": encode(
    `<!doctype html><html lang="en"><title>T</title><body><p>${WIRE_STORY}</p></body></html>`,
  ),
  "report.pdf": toPdf({
    pages: [["Some words of a report"], ["and what it says next"]],
    info: { Title: "T" },
  }),
  "report.docx": toDocx(WORDS, "<dc:title>A title</dc:title>"),
};

describe("a file", () => {
  it.each(Object.entries(KINDS))(
    "%s is read whole; cut anywhere it is read or refused by name",
    async (name, whole) => {
      expect(await expectTextOrFault(() => postFile(whole, name), "file")).toBe(201);
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
          await expectTextOrFault(() => postFile(whole.slice(0, length), name), "file");
        }),
        { numRuns: 12 },
      );
    },
  );

  it.each(Object.entries(KINDS))("%s with bytes changed is read or refused by name", async (name, whole) => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        await expectTextOrFault(() => postFile(bytes, name), "file");
      }),
      { numRuns: 8 },
    );
  });

  it.each<[string, Uint8Array, string]>([
    ["of a PDF with a password", toPdf({ pages: [["x"]], trailer: ENCRYPTED }), "a.pdf"],
    ["of a PDF without a text", toPdf({ pages: [[]] }), "a.pdf"],
    ["of a PDF whose pages hold themselves", toPdf({ pages: [["x"]], kids: "2 0 R" }), "a.pdf"],
    [
      "of a PDF that is a bomb",
      toPdf({ pages: [["x"]], content: new Uint8Array(2 ** 26).fill(32) }),
      "a.pdf",
    ],
    ["that is called a PDF", encode("Words"), "a.pdf"],
    ["that is called a Word document", encode("Words"), "a.docx"],
    ["of an archive that is no Word document", toZip([{ name: "../../a.txt", content: "x" }]), "a.docx"],
    ["of a Word document that is a bomb", toDocx(`<w:p>${" ".repeat(2 ** 27)}</w:p>`), "a.docx"],
    [
      "of a Word document that lies about its size",
      toZip([{ name: "word/document.xml", content: "x", claimed: 1 }]),
      "a.docx",
    ],
    ["of nothing", new Uint8Array(), "a.txt"],
    ["of NUL alone", new Uint8Array(1000), "a.txt"],
    ["of white space", encode(" \n\t\u00a0"), "a.txt"],
    ["of HTML without a word", encode("<script>alert(1)</script><style>p{}</style>"), "a.html"],
    ["of an image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "a.txt"],
    ["of more text than a source may hold", encode("x".repeat(2_000_001)), "a.txt"],
  ])("%s is refused by name and not kept", async (_, bytes, name) => {
    expect(await expectTextOrFault(() => postFile(bytes, name), "file")).toBe(422);
  });

  it.each<[string, Uint8Array, string]>([
    ["invalid UTF-8", latin("Caf\xe9 \xff\xfe words"), "a.txt"],
    ["a mark of byte order", encode("\ufeffSome words"), "a.txt"],
    ["NUL within", encode("Some\0words"), "a.txt"],
    ["a line of a megabyte", encode("word ".repeat(200_000)), "a.txt"],
    ["writing from right to left", encode("\u202eevil\u202c \u2066a\u2069 words"), "a.txt"],
    ["HTML of a thousand levels", encode(`${"<div>".repeat(1000)}Some words`), "a.html"],
    [
      "HTML that would run",
      encode("<p onclick=x>Words<img src=x onerror=y><svg><script>z</script>"),
      "a.html",
    ],
    ["HTML that never ends", encode("<p>Words<plaintext><b>and more"), "a.html"],
    ["HTML of another charset than it says", latin('<meta charset="utf-16"><p>Some words \xe9'), "a.html"],
  ])("with %s becomes a text that can be kept", async (_, bytes, name) => {
    expect(await expectTextOrFault(() => postFile(bytes, name), "file")).toBe(201);
  });

  it.each(["a\u202etxt.exe", "../../etc/passwd", "x".repeat(10_000), "a\r\nb", 'a"b', "👩‍👩‍👧‍👦", "=1+1"])(
    "may be called %j",
    async (name) => {
      expect(await expectTextOrFault(() => postFile(encode("Some words"), name), "file")).toBe(201);
      const { obtained } = await db.document.findFirstOrThrow({ orderBy: { at: "desc" } });
      expect(JSON.stringify(obtained).length).toBeLessThan(2000);
    },
  );

  it("may be called by a name with a NUL or half a character, which are left out", async () => {
    const form = (name: string) =>
      Buffer.from(
        `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\nSome words\r\n--x--\r\n`,
        "latin1",
      );
    for (const name of ["a\0b.txt", "a\xed\xa0\xbdb.txt", "\xff\xfe.txt"]) {
      const send = () =>
        post(new Uint8Array(form(name)), { "content-type": "multipart/form-data; boundary=x" });
      const before = await listKept();
      const response = await send();
      const answer = await response.json();
      expect([201, 400, 422], JSON.stringify(answer)).toContain(response.status);
      if (response.status !== 201) expect(await listKept()).toEqual(before);
    }
  });
});

describe("what is pasted", () => {
  it.each([
    ...["Some\0words", "before\ud83cafter", "\u202eevil\u202c", "'; drop table event; --", "__proto__"],
    ...["<script>alert(1)</script> words", "word ".repeat(200_000)],
  ])("as %j becomes a text that can be kept, or is refused by name", async (text) => {
    for (const field of ["text", "html"]) await expectTextOrFault(() => postJson({ [field]: text }), field);
  });

  it("is refused where it is nothing that can be read", async () => {
    const nested = `{"text": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const before = await listKept();
    for (const body of [
      nested,
      '{"text": null}',
      '{"text": 12}',
      '{"html": ["x"]}',
      '{"__proto__": {"text": "x"}}',
    ]) {
      const response = await post(body, { "content-type": "application/json" });
      expect([400, 422], body.slice(0, 40)).toContain(response.status);
    }
    expect(await listKept()).toEqual(before);
  });
});
