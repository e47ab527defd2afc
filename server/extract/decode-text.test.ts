import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWellFormed } from "@/core/text/code-points";
import { decodeText } from "./decode-text";

const bytesOf = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

describe("a text in bytes", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", bytesOf("Žižkov, 29 °C", "utf8")],
    ["UTF-8 with a mark", bytesOf("\u{FEFF}Žižkov, 29 °C", "utf8")],
    ["UTF-16LE with a mark", bytesOf("\u{FEFF}Žižkov, 29 °C", "utf16le")],
    ["UTF-16BE with a mark", swapped("\u{FEFF}Žižkov, 29 °C")],
  ])("in %s is read without a guess", (_, bytes) => {
    expect(decodeText(bytes, {})).toEqual({ text: "Žižkov, 29 °C", warning: null });
  });

  it.each<[string, Uint8Array]>([
    ["utf-16le", bytesOf("A plain line of letters", "utf16le")],
    ["utf-16be", swapped("A plain line of letters")],
  ])("in %s without a mark is guessed, and said to be", (label, bytes) => {
    const { text, warning } = decodeText(bytes, {});
    expect(text).toBe("A plain line of letters");
    expect(warning).toContain(label);
  });

  it("that is nothing else is windows-1252, and said to be", () => {
    const { text, warning } = decodeText(Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94), {});
    expect(text).toBe("“café”");
    expect(warning).toContain("windows-1252");
  });

  it("is read as the charset that is named for it", () => {
    const cyrillic = Uint8Array.of(0xcc, 0xc8, 0xd0);
    expect(decodeText(cyrillic, { charset: "windows-1251" })).toEqual({ text: "МИР", warning: null });
    expect(decodeText(cyrillic, {}, "cp1251").text).toBe("МИР");
    expect(decodeText(bytesOf("\u001b$B@83&\u001b(B", "latin1"), { charset: "iso-2022-jp" }).text).toBe(
      "生界",
    );
  });

  it("is not read as a charset that nobody knows, nor as one that its bytes belie", () => {
    expect(decodeText(bytesOf("né", "utf8"), { charset: "x-nothing" }).text).toBe("né");
    expect(decodeText(bytesOf("né", "utf8"), { charset: "windows-1252" }).text).toBe("né");
  });

  it("says so if part of it is not what its mark says", () => {
    const { text, warning } = decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff), {});
    expect(text).toBe("a\u{FFFD}");
    expect(warning).toContain("utf-8");
  });

  it("comes out of any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string()), (bytes, charset) => {
        const { text } = decodeText(bytes, charset === null ? {} : { charset });
        expect(text.length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("comes back from UTF-8 as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // NUL beside letters is what UTF-16 looks like.
        fc.pre(!text.includes("\0") && !text.startsWith("\u{FEFF}") && isWellFormed(text));
        expect(decodeText(bytesOf(text, "utf8"), {}).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
