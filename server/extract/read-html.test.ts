import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentRefusal, type Extraction } from "./extraction";
import { htmlToParagraphs } from "./html-paragraphs";
import { readHtml } from "./read-html";

const read = (html: string): Extraction => readHtml(new TextEncoder().encode(html), {});
const PARAGRAPH =
  "<p>The envoy, who had come by sea, met the minister, and both of them spoke of the harbour, of nets and of boats.</p>";
const ARTICLE = `<article><h1>Talks resume</h1>${PARAGRAPH.repeat(6)}</article>`;
const STANDING = "The envoy, who had come by sea, met the minister";

describe("a page", () => {
  it("gives its article without what stands around it", () => {
    const { text, warnings } = read(
      `<body><nav><a href="/">Front page</a></nav>${ARTICLE}<footer>All rights reserved</footer></body>`,
    );
    expect(text.split("\n\n").filter((line) => line.startsWith(STANDING))).toHaveLength(6);
    expect(text).not.toMatch(/Front page|rights/);
    expect(warnings).toEqual([]);
  });

  it("gives all of its text, and says so, where no article is recognised", () => {
    const link = '<div><a href="/a">a report on harbours</a></div>';
    const { text, warnings } = read(
      `<body><table><tr><td>1</td><td>a cell</td></tr></table>${link.repeat(20)}`,
    );
    expect(text.split("\n\n").slice(0, 2)).toEqual(["1\ta cell", "a report on harbours"]);
    expect(warnings).toEqual([expect.stringContaining("whole text")]);
  });

  it("says of itself what JSON-LD, <meta>, <time> and lang say", () => {
    const data = {
      "@graph": [
        { "@type": "WebSite", name: "Not this" },
        {
          "@type": ["NewsArticle"],
          headline: "Talks resume in Lisbon",
          author: [{ "@type": "Person", name: "Maria Okafor" }, { name: "Jo Lind" }],
          datePublished: "2023-01-29T00:30:00+09:00",
        },
      ],
    };
    const { proposals } = read(
      `<html lang="en_gb"><meta property="og:site_name" content="Northwire"><script type="application/ld+json">${JSON.stringify(data)}</script>${ARTICLE}</html>`,
    );
    expect(proposals).toEqual({
      title: { value: "Talks resume in Lisbon", reason: expect.stringContaining("JSON-LD, headline") },
      byline: { value: "Maria Okafor, Jo Lind", reason: expect.stringContaining("JSON-LD, author") },
      publisher: { value: "Northwire", reason: expect.stringContaining("og:site_name") },
      language: { value: "en-GB", reason: expect.stringContaining("<html lang>") },
      // The day where it was published, not the one that it was in Greenwich.
      publishedOn: { value: "2023-01-29", reason: expect.stringContaining("2023-01-29T00:30:00+09:00") },
      dateline: null,
    });
  });

  it("is believed no further than what it says can be used", () => {
    const { proposals } = read(
      `<html lang="x-default"><meta name="author" content="https://example.org/someone"><meta name="date" content="yesterday"><script type="application/ld+json">{"@type":"Article","headline":{"a":1},"author":null</script><time datetime="2023-02-30">30 February</time>${ARTICLE}`,
    );
    expect(proposals).toMatchObject({ byline: null, publishedOn: null });
    expect(proposals.language?.value).not.toBe("x-default");
    expect(proposals.title?.value).toBe("Talks resume");
  });

  it("is read in the charset that it declares", () => {
    const page = Buffer.from(`<meta charset="windows-1251"><p>\xcc\xc8\xd0</p>`, "latin1");
    expect(readHtml(page, {}).text).toBe("МИР");
  });

  it("takes no time to fall into", () => {
    const started = performance.now();
    for (const piece of [
      "<div>",
      "<p>",
      "<b>x",
      "<table><tr><td>",
      "<svg>",
      "<!--",
      "<a href='",
      "&amp",
      "<ul><li>",
    ]) {
      try {
        read(`words ${piece.repeat(4000)}`);
      } catch (error) {
        expect(error).toBeInstanceOf(DocumentRefusal);
      }
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);
});

const UNSEEN = [
  `<script>SECRET()</script>`,
  `<SCRIPT SRC=x>SECRET</SCRIPT >`,
  `<style>SECRET{}</style>`,
  `<template>SECRET</template>`,
  `<noscript>SECRET</noscript>`,
  `<svg><desc>SECRET</desc><script>SECRET</script></svg>`,
  `<math><mtext>SECRET</mtext></math>`,
  `<iframe srcdoc="SECRET">SECRET</iframe>`,
  `<object data="SECRET">SECRET</object>`,
  `<img src=x alt="SECRET" onerror="SECRET">`,
  `<a href="javascript:SECRET"></a>`,
  `<base href="SECRET"><meta http-equiv=refresh content="0;SECRET">`,
  `<!-- SECRET --><!SECRET><?SECRET?>`,
  `<textarea>SECRET</textarea><select><option>SECRET</option></select>`,
  `<template shadowrootmode="open">SECRET</template>`,
];

describe("markup", () => {
  it.each(UNSEEN)("%s shows nothing of what readers do not see", (markup) => {
    for (const page of [`<p>Seen ${markup} words</p>`, `${markup}<body>${ARTICLE}${markup}</body>`]) {
      expect(read(page).text).not.toMatch(/SECRET|[<>]/);
    }
  });

  it("that stands for characters is what it stands for", () => {
    expect(htmlToParagraphs("<p>a &lt;b&gt; &amp;amp; &#8220;c&#x201D; &eacute;</p>").text).toBe(
      "a <b> &amp; “c” é",
    );
  });

  it("keeps paragraphs apart and lines in them", () => {
    const html =
      "<h1>One</h1><p>two <b>three</b>\n four</p><div>five<br>six<br><br>seven</div><ul><li>a<li>b</ul><pre> x\n  y</pre>";
    expect(htmlToParagraphs(html).text).toBe(
      "One\n\ntwo three four\n\nfive\nsix\n\nseven\n\na\nb\n\n x\n  y",
    );
  });

  it("of any kind comes out as text", () => {
    const tag = fc.constantFrom(
      ..."p div b a script style table tr td svg math template title body html li br plaintext pre iframe noscript".split(
        " ",
      ),
    );
    const attribute = fc.constantFrom(
      "",
      ' onclick="MARK"',
      " href='javascript:MARK'",
      " style=MARK",
      " lang=xx",
      ' "',
      " <",
    );
    const piece = fc.oneof(
      fc.tuple(tag, attribute).map(([name, more]) => `<${name}${more}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(
        "words",
        " ",
        "\0",
        "&amp;",
        "&#0;",
        "&#xD800;",
        "&bogus;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "<",
        "é",
        "\u202E",
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          const { text } = read(pieces.join(""));
          expect(text).not.toMatch(/[\0\r]|<(?:script|style|svg|iframe)[ >]|MARK/);
          expect(text.trim()).not.toBe("");
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentRefusal);
        }
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
