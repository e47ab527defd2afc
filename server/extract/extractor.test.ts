import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isWellFormed } from "@/core/text/code-points";
import { toPdf } from "@/test/documents/to-pdf";
import { toDocx } from "@/test/documents/to-zip";
import type { ExtractorAnswer } from "./extractor-message";

// One process for all of them, where the program takes one for each: what a document does to the next shows too.
let extractor: ChildProcess;

beforeAll(() => {
  const limits = [String(2 ** 30), "300000"];
  extractor = fork("generated/extractor/extractor.mjs", limits, {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
});
afterAll(() => {
  extractor.kill("SIGKILL");
});

async function read(bytes: Uint8Array, mediaType?: string): Promise<ExtractorAnswer> {
  const answered = once(extractor, "message");
  extractor.send({ bytes, hint: { mediaType } });
  const [answer] = (await answered) as [ExtractorAnswer];
  return answer;
}

function check(answer: ExtractorAnswer): void {
  if ("refusal" in answer) return expect(answer.refusal).toMatch(/^[A-Z].*\.$/);
  const { text, proposals } = answer.extraction;
  expect(text.trim()).not.toBe("");
  expect(text).not.toMatch(/[\0\r]/);
  expect(isWellFormed(text)).toBe(true);
  for (const proposal of Object.values(proposals)) if (proposal) expect(proposal.value.trim()).not.toBe("");
}

const KINDS: Readonly<Record<string, Uint8Array>> = {
  PDF: toPdf({ pages: [["Some words"], ["and more"]], info: { Title: "A title", Author: "Jo Lind" } }),
  DOCX: toDocx("<w:p><w:r><w:t>Some words</w:t></w:r></w:p>", "<dc:title>A title</dc:title>"),
  HTML: new TextEncoder().encode(
    '<!doctype html><html lang="en"><head><meta property="og:title" content="A title"></head><body><p>Some words</body>',
  ),
};

describe("the program that reads documents", { timeout: 240_000 }, () => {
  it.each(Object.entries(KINDS))(
    "makes text of %s, or refuses it, whatever happened to its bytes",
    async (_, whole) => {
      expect(await read(whole)).toHaveProperty("extraction");
      const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          check(await read(bytes));
        }),
        { numRuns: 500 },
      );
    },
  );

  it("makes text of any bytes, or refuses them, whatever they are said to be", async () => {
    const mediaType = fc.constantFrom(undefined, "text/plain", "text/html", "application/pdf", "image/png");
    const head = fc.constantFrom(
      "",
      "%PDF-1.7\n",
      "PK\u0003\u0004",
      "<html>",
      "\u00ff\u00fe",
      "<?xml version='1.0'?>",
    );
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 300 }), mediaType, async (start, rest, said) => {
        const end = start.startsWith("%PDF") ? "\n%%EOF" : "";
        check(
          await read(
            new Uint8Array(Buffer.concat([Buffer.from(start, "latin1"), rest, Buffer.from(end)])),
            said,
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("is still there, and reads what is whole", async () => {
    expect(await read(KINDS.PDF ?? new Uint8Array())).toMatchObject({
      extraction: { text: "Some words\n\nand more" },
    });
  });
});
