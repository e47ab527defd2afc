import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/documents/route";
import { loadDraft } from "@/server/commands/load-draft";
import { database } from "@/server/db";
import { LARGEST_DOCUMENT_BYTES } from "@/server/http/document-answers";
import { useDatabase } from "@/test/database";
import { toPdf } from "@/test/documents/to-pdf";
import { WIRE_STORY } from "@/test/documents/wire-story";
import type { WireDocument } from "@/wire/document";
import { ProblemSchema } from "@/wire/problem";

const { db, url } = await useDatabase();
const folder = mkdtempSync(join(tmpdir(), "dateline-documents-"));
Object.assign(process.env, { DATABASE_URL: url, DATELINE_DATA: folder, HOSTNAME: "127.0.0.1" });
afterAll(async () => {
  await database().$disconnect();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  delete process.env.DATELINE_FETCH;
});

function post(body: BodyInit | null, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request("http://localhost:3000/api/v1/documents", {
    method: "POST",
    body,
    headers: { host: "localhost:3000", ...headers },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  } as RequestInit);
  return POST(request, { params: Promise.resolve({}) });
}

const postJson = (value: unknown) => post(JSON.stringify(value), { "content-type": "application/json" });

function postFile(bytes: Uint8Array<ArrayBuffer>, name: string, type = ""): Promise<Response> {
  const form = new FormData();
  form.set("file", new File([bytes], name, { type }));
  return post(form);
}

/** What is kept, by name. */
function listKept(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(-2)}${entry.name}`);
}

async function expectProblem(response: Response, status: number, reason: string | RegExp): Promise<void> {
  const before = listKept();
  const problem = ProblemSchema.parse(await response.json());
  expect(problem.status).toBe(status);
  expect(response.status).toBe(status);
  expect(JSON.stringify([problem.detail, problem.faults])).toMatch(reason);
  expect(listKept()).toEqual(before);
}

describe("a document that is brought", () => {
  it("as pasted text is kept and read, with what is proposed of its source", async () => {
    const response = await postJson({ text: WIRE_STORY });
    expect(response.status).toBe(201);
    const document: WireDocument = await response.json();
    expect(document).toMatchObject({
      mediaType: "text/plain",
      text: WIRE_STORY.trim(),
      warnings: [],
      knownIn: [],
    });
    expect(document.proposals).toMatchObject({
      title: { value: "Port talks resume in Lisbon as envoy begins tour of the Atlantic" },
      byline: { value: "Maria Okafor" },
      publisher: { value: "Reuters" },
      dateline: { value: "LISBON" },
    });
    const kept = join(folder, "blobs", document.sha256.slice(0, 2), document.sha256.slice(2));
    expect(readFileSync(kept, "utf8")).toBe(WIRE_STORY);
  });

  it("as pasted HTML comes back as text alone", async () => {
    const response = await postJson({ html: "<p onclick=x>Some <b>words</b><script>no()</script>" });
    expect(await response.json()).toMatchObject({ mediaType: "text/html", text: "Some words" });
  });

  it("as a file is read by its bytes", async () => {
    const response = await postFile(new Uint8Array(toPdf({ pages: [["Words of a PDF"]] })), "report.bin");
    expect(await response.json()).toMatchObject({ mediaType: "application/pdf", text: "Words of a PDF" });
  });

  it("is recognised by its text where a source holds it", async () => {
    const text = "The envoy arrived on Sunday.\n\nShe left on Monday.";
    await loadDraft(
      {
        slug: "harbours",
        title: "Harbours",
        summary: "",
        zone: "Europe/Lisbon",
        sources: [
          {
            slug: "northwire",
            title: "Envoy arrives",
            publisher: "Northwire",
            language: "en",
            publishedOn: "2023-01-29",
            coverage: "full",
            text,
            passages: [],
          },
        ],
        places: [],
        actors: [],
        events: [],
      },
      "Test",
      db,
    );
    const known = [{ dossier: "harbours", source: "northwire" }];
    for (const same of [text, `\r\n${text.replaceAll("\n", "\r\n")}\r\n`]) {
      expect(await (await postJson({ text: same })).json()).toMatchObject({ text, knownIn: known });
    }
    expect(await (await postJson({ text: `${text}!` })).json()).toMatchObject({ knownIn: [] });
  });
});

describe("a request that is refused", () => {
  it.each<[string, () => Promise<Response>, number, string]>([
    ["of another type", () => post("x", { "content-type": "text/plain" }), 415, "content type"],
    ["of no type", () => post(new Uint8Array([1])), 415, "content type"],
    ["that is no JSON", () => post("{", { "content-type": "application/json" }), 400, "no JSON"],
    ["with nothing in it", () => postJson({}), 422, "Expected one of"],
    ["with two documents", () => postJson({ text: "a", html: "b" }), 422, "Expected one of"],
    ["with a number", () => postJson({ text: 1 }), 422, "Expected one of"],
    ["with an empty text", () => postJson({ text: "" }), 422, '"parameter":"text".*empty'],
    ["of spaces", () => postJson({ text: " \n" }), 422, '"parameter":"text".*no text'],
    ["that is no form", () => post("x", { "content-type": "multipart/form-data; boundary=y" }), 400, "form"],
    ["without a boundary", () => post("x", { "content-type": "multipart/form-data" }), 400, "form"],
    [
      "with a PDF that is cut",
      () => postFile(new Uint8Array(toPdf({ pages: [["x"]] }).slice(0, 400)), "a.pdf"),
      422,
      '"file".*cut short',
    ],
    [
      "to fetch while fetching is off",
      () => postJson({ url: "https://news.example/" }),
      403,
      "DATELINE_FETCH=on",
    ],
    [
      "from elsewhere",
      () => post("{}", { "content-type": "application/json", host: "dateline.example" }),
      403,
      "machine",
    ],
    [
      "from another site",
      () => post("{}", { "content-type": "application/json", origin: "https://evil.example" }),
      403,
      "own pages",
    ],
  ])("%s keeps nothing", async (_, send, status, reason) => {
    await expectProblem(await send(), status, new RegExp(reason));
  });

  it("names its address where that may not be fetched", async () => {
    process.env.DATELINE_FETCH = "on";
    await expectProblem(
      await postJson({ url: "http://169.254.169.254/latest" }),
      422,
      /"url".*private network/,
    );
  });

  it("is too long by what it states, before a byte of it is read", async () => {
    let pulled = 0;
    const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
    const headers = {
      "content-type": "application/json",
      "content-length": String(LARGEST_DOCUMENT_BYTES + 1),
    };
    await expectProblem(await post(body, headers), 413, /25 MB/);
    expect(pulled).toBe(0);
  });

  it("is too long as soon as it is, where it states no length", async () => {
    let sent = 0;
    const chunk = new Uint8Array(2 ** 20);
    const body = new ReadableStream({
      pull(sink) {
        sent += chunk.length;
        sink.enqueue(chunk);
      },
    });
    await expectProblem(await post(body, { "content-type": "application/json" }), 413, /25 MB/);
    expect(sent).toBeLessThan(LARGEST_DOCUMENT_BYTES + 4 * chunk.length);
  });
});

describe("whatever is sent", () => {
  it("gets a document or a reason, never a failure", { timeout: 60_000 }, async () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string()),
      fc.constant("\ud800"),
    );
    const key = fc.constantFrom("text", "html", "url", "__proto__", "constructor", "file");
    const body = fc
      .oneof(fc.dictionary(key, value, { maxKeys: 2 }), fc.jsonValue())
      .map((json) => JSON.stringify(json));
    const type = fc.constantFrom(
      "application/json",
      "multipart/form-data; boundary=x",
      "text/html",
      "application/json; charset=x",
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(body, fc.string()), type, async (sent, contentType) => {
        // What is a document is read by a process each, and held by the tests of the extractor.
        fc.pre(!/^\{"(?:text|html)":"/.test(sent));
        const { status } = await post(sent, { "content-type": contentType });
        expect([400, 403, 415, 422]).toContain(status);
      }),
      { numRuns: 500 },
    );
  });
});
