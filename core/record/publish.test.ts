import fc from "fast-check";
import { expect, it } from "vitest";
import { lengthInCodePoints, sliceCodePoints } from "../text/code-points";
import { locateQuote, verifyQuote } from "../text/quote";
import type { Day } from "../time/day";
import { toPublished } from "./publish";
import type { Passage, Source } from "./record";

const hash = (text: string) => `hash of ${text}`;

function toSource(text: string): Source {
  return {
    ...{ id: "s", slug: "s", title: "", publisher: "", byline: null, language: "en", url: null },
    ...{ publishedOn: "2024-03-04" as Day, retrievedOn: null, coverage: "full", publishes: "excerpts" },
    ...{ text, sha256: hash(text), version: 1 },
  };
}

function quote(source: Source, exact: string, nth = 0): Passage {
  const at = locateQuote(source.text, exact)[nth] ?? 0;
  const { start, end, prefix, suffix } = verifyQuote(source, at, at + lengthInCodePoints(exact), exact);
  const from = { sourceId: source.id, sourceSha256: source.sha256, isKept: false };
  return { id: `${exact} ${nth}`, slug: "p", ...from, start, end, exact, prefix, suffix };
}

it.each([
  ["Secret. The envoy left. Hidden.", ["envoy"], "[…]\n\nThe envoy left.\n\n[…]"],
  ["The envoy left. Hidden.", ["The envoy left."], "The envoy left.\n\n[…]"],
  ["Secret. The envoy left.", ["left"], "[…]\n\nThe envoy left."],
  ["One came. Two left. Three stayed.", ["One", "Two"], "One came. Two left.\n\n[…]"],
  ["One came.\n\nSecret.\n\nTwo left.", ["One", "Two"], "One came.\n\n[…]\n\nTwo left."],
  ["One came. Secret. Two left.", ["came. Secret"], "One came. Secret.\n\n[…]"],
  ["Nothing of it is cited.", [], "[…]"],
])("of “%s”, citing %j, shows “%s”", (text, cited, expected) => {
  const source = toSource(text);
  const { source: open, passages } = toPublished(
    source,
    cited.map((exact) => quote(source, exact)),
    hash,
  );
  expect([open.text, open.sha256, open.coverage]).toEqual([expected, hash(expected), "excerpts"]);
  for (const { start, end, exact } of passages.values()) {
    expect(sliceCodePoints(open.text, start, end)).toBe(exact);
  }
});

it("tells of a passage of an earlier text its own words alone", () => {
  const source = toSource("It rained.");
  const earlier = { ...quote(toSource("Secret. It snowed. Hidden."), "It snowed."), sourceId: source.id };
  const { passages } = toPublished(source, [earlier], hash);
  expect([...passages.values()]).toEqual([
    { ...earlier, start: 0, end: 10, prefix: "", suffix: "", sourceSha256: hash("It snowed.") },
  ]);
});

it("keeps every sentence that is not cited, and every passage verbatim, whatever the text", () => {
  const sentence = fc.constantFrom("It rained.", "The envoy 🌙 left.", "He said:\n“No.”", "Élan moved.");
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), fc.nat(), (sentences, pick) => {
      const secret = "Kestrels nest here.";
      const text = sentences.flatMap((one) => [one, secret]).join(" ");
      const source = toSource(text);
      const exact = sentences[pick % sentences.length] ?? "";
      const { source: open, passages } = toPublished(source, [quote(source, exact)], hash);
      expect(open.text).not.toContain(secret);
      for (const { start, end, prefix, suffix } of passages.values()) {
        expect(sliceCodePoints(open.text, start, end)).toBe(exact);
        expect(prefix + suffix).not.toMatch(/Kestrel|nest/);
      }
    }),
  );
});
