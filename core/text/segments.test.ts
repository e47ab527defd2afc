import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodePointOffset } from "./code-points";
import { layOutSegments } from "./segments";

const span = (start: number, end: number, slug = "") => ({
  slug,
  start: start as CodePointOffset,
  end: end as CodePointOffset,
});
const text = fc.string({ unit: "grapheme", maxLength: 60 });
const spans = fc.array(
  fc.tuple(fc.nat(80), fc.nat(80)).map(([a, b]) => span(Math.min(a, b), Math.max(a, b))),
);

describe("layOutSegments", () => {
  it.each([
    ["nothing", "abc", [], "abc:"],
    ["one in the middle", "abcd", [span(1, 3, "x")], "a: bc:x d:"],
    ["nested, widest first", "abcd", [span(1, 2, "in"), span(0, 4, "out")], "a:out b:out,in cd:out"],
    ["overlapping", "abcd", [span(0, 3, "x"), span(2, 4, "y")], "ab:x c:x,y d:y"],
    ["touching", "abcd", [span(0, 2, "x"), span(2, 4, "y")], "ab:x cd:y"],
    ["around an emoji", "a😀b", [span(1, 2, "x")], "a: 😀:x b:"],
    ["past the end", "ab", [span(1, 9, "x")], "a: b:x"],
    ["an empty text", "", [span(0, 1, "x")], ""],
  ])("cuts %s", (_, input, passages, drawn) => {
    const segments = layOutSegments(input, passages);
    expect(segments.map((s) => `${s.text}:${s.passages.map((p) => p.slug).join(",")}`).join(" ")).toBe(drawn);
  });

  it("joins to the text, without gaps, each segment covered as it says", () => {
    fc.assert(
      fc.property(text, spans, (input, passages) => {
        const segments = layOutSegments(input, passages);
        expect(segments.map((segment) => segment.text).join("")).toBe(input);
        segments.forEach((segment, position) => {
          expect(segment.start).toBe(segments[position - 1]?.end ?? 0);
          for (const passage of passages) {
            const covers = passage.start <= segment.start && segment.start < passage.end;
            expect(segment.passages.includes(passage)).toBe(covers);
            if (covers) expect(passage.end).toBeGreaterThanOrEqual(Math.min(segment.end, [...input].length));
          }
        });
      }),
    );
  });
});
