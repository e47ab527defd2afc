import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIMITS } from "@/core/record/limits";
import { isWellFormed } from "@/core/text/code-points";
import { DocumentRefusal } from "./extraction";
import { tidyText } from "./tidy-text";

describe("a text that is to be stored", () => {
  it("has its lines ended one way, and nothing empty around it", () => {
    expect(tidyText("\u{FEFF}\r\n \r\n  One\r\ntwo\rthree\n\n")).toEqual({
      text: "  One\ntwo\nthree",
      warnings: [],
    });
  });

  it("loses NUL and halves of characters, and says so", () => {
    const { text, warnings } = tidyText("a\0b\u{D800}c");
    expect(text).toBe("ab\u{FFFD}c");
    expect(warnings).toHaveLength(2);
  });

  it("keeps letters as they are written, and warns of those that turn the direction", () => {
    const written = "e\u0301 ﬁ \u00ADx 👩‍🚀";
    expect(tidyText(written).text).toBe(written);
    expect(tidyText("a\u202Eb").warnings).toEqual([expect.stringContaining("direction")]);
  });

  it("is refused empty, and one character beyond what a source holds", () => {
    expect(() => tidyText(" \n\0 ")).toThrow("holds no text");
    expect(tidyText("😀".repeat(LIMITS.text)).text.length).toBe(2 * LIMITS.text);
    expect(() => tidyText("a".repeat(LIMITS.text + 1))).toThrow("2000001 characters");
  });

  it("is tidy once and for all", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "\r", "\n", "\0", " ", "\uD800", "\uDC00", "é") }),
        (raw) => {
          let once: string;
          try {
            once = tidyText(raw).text;
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentRefusal);
            return;
          }
          expect(isWellFormed(once)).toBe(true);
          expect(once).not.toMatch(/[\0\r]/);
          expect(tidyText(once)).toEqual({ text: once, warnings: [] });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
