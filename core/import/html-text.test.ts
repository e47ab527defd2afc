import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-text";

describe("a text with HTML in it", () => {
  it.each([
    ["plain  text", "plain  text"],
    ["a < b & c", "a < b & c"],
    ["<p>One</p><p>Two<br>three</p>", "One\nTwo\nthree"],
    ['<a href="x">link</a>, <em>so</em>', "link, so"],
    ["<script>alert(1)</script>after<!-- no -->", "after"],
    ["&lt;b&gt; &amp;amp; &#8220;x&#x201D; &nbsp;&hellip;", "<b> &amp; “x” …"],
    ["&bogus; &#0; &#xD800;", "&bogus; \u{FFFD} \u{FFFD}"],
    ["<unfinished", "<unfinished"],
    ["<script<p>>x", "x"],
  ])("%j is %j", (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it("has no tag left that a parser would see, whatever it was", () => {
    const piece = fc.constantFrom("<", ">", "b", "/", " ", "script", "<p>", "</p>", "x", "!--", "=");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(htmlToText(pieces.join(""))).not.toMatch(/<script>|<p>/);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes no longer than its length deserves", () => {
    const start = performance.now();
    htmlToText("<a".repeat(200_000));
    htmlToText(`<!--${"-".repeat(200_000)}`);
    htmlToText("<script>".repeat(50_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
