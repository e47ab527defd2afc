import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ToUtf8 } from "./to-utf8";

async function pass(bytes: Buffer, chunkLength = bytes.length || 1): Promise<string> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkLength) chunks.push(bytes.subarray(at, at + chunkLength));
  const passed: Buffer[] = [];
  for await (const chunk of Readable.from(chunks).pipe(new ToUtf8()) as AsyncIterable<Buffer>)
    passed.push(chunk);
  return Buffer.concat(passed).toString("utf8");
}

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const TEXT = "id,title\n1,Élan 😀 שלום\n";

describe("text of a file", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16, little end first, with a mark", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16, big end first, with a mark", utf16be(`\ufeff${TEXT}`)],
    ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le")],
    ["UTF-16, big end first, without a mark", utf16be(TEXT)],
  ])("is read from %s, in chunks of any length", async (_, bytes) => {
    for (const length of [1, 2, 3, 7, bytes.length]) expect(await pass(bytes, length)).toBe(TEXT);
  });

  it("comes through whole, whatever it is and however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 600 }).filter((text) => !/\0|^\ufeff/.test(text)),
        fc.integer({ min: 1, max: 40 }),
        async (text, length) => {
          expect(await pass(Buffer.from(`a${text}`), length)).toBe(`a${text}`);
        },
      ),
    );
  });

  it.each([
    ["Latin-1", Buffer.from("a,b\nc,\xe9lan\n", "latin1"), "a byte that is not UTF-8 at byte 6, on line 2"],
    [
      "a character cut off by the end",
      Buffer.from("a,b\nc,é").subarray(0, -1),
      "not UTF-8 at byte 6, on line 2",
    ],
    ["a NUL character", Buffer.from("a,b\nc\0,d"), "a NUL character at byte 5, on line 2"],
    ["a NUL character in UTF-16", Buffer.from("\ufeffa,b\n\0", "utf16le"), "a NUL character at byte"],
    ["half a pair in UTF-16", Buffer.from("\ufeffa,\ud800b", "utf16le"), "not UTF-16"],
  ])("is refused where it is %s, naming where", async (_, bytes, reason) => {
    for (const length of [1, 3, bytes.length]) await expect(pass(bytes, length)).rejects.toThrow(reason);
  });

  it("names the byte and the line far into a file", async () => {
    const lines = "12345678é\n".repeat(100_000);
    await expect(
      pass(Buffer.concat([Buffer.from(lines), Buffer.from([0xff, 0x0a])]), 65_536),
    ).rejects.toThrow(`at byte ${Buffer.byteLength(lines)}, on line 100001.`);
  });
});
