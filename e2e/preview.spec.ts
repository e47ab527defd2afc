import { expect, test } from "./test";

const DEMO = "/d/stoltenberg-asia-2023";
const PAGES = [
  "/",
  DEMO,
  `${DEMO}/e/meets-yoon`,
  `${DEMO}/e/arming-russia`,
  `${DEMO}/s/reuters`,
  "/d/hostile",
  "/d/hostile/e/hostile-4",
  "/d/hostile/e/hostile-6",
  "/d/hostile/s/hostile-source",
  "/d/empty",
] as const;

for (const page of PAGES) {
  test(`${page} has a picture for link previews`, async ({ request, baseURL }) => {
    const html = await (await request.get(page)).text();
    const address = new URL(metaOf(html, "og:image"));
    expect(address.origin).toBe(baseURL);
    expect([metaOf(html, "og:image:width"), metaOf(html, "og:image:height")]).toEqual(["1200", "630"]);
    expect(metaOf(html, "og:image:alt")).not.toBe("");
    expect(metaOf(html, "og:title")).not.toBe("");
    expect(metaOf(html, "twitter:card")).toBe("summary_large_image");
    expect(metaOf(html, "twitter:image")).toBe(address.href);

    const answer = await request.get(address.href);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
    const png = await answer.body();
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);

    const etag = answer.headers().etag ?? "";
    expect(etag).toMatch(/^"/);
    const again = await request.get(address.href, { headers: { "if-none-match": etag } });
    expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  });
}

test("the tags stand in the head, and name the address that a proxy was asked for", async ({ request }) => {
  const headers = { "x-forwarded-host": "atlas.example.org", "x-forwarded-proto": "https" };
  const html = await (await request.get(`${DEMO}/e/meets-yoon`, { headers })).text();
  const head = html.slice(0, html.indexOf("</head>"));
  expect(metaOf(head, "og:image")).toMatch(
    /^https:\/\/atlas\.example\.org\/d\/stoltenberg-asia-2023\/e\/meets-yoon\//,
  );
});

for (const page of ["/d/none", `${DEMO}/e/none`, `${DEMO}/s/none`, "/d/none/e/meets-yoon"]) {
  test(`${page} has none`, async ({ request }) => {
    expect((await request.get(`${page}/opengraph-image`)).status()).toBe(404);
    expect((await request.get(page)).status()).toBe(404);
  });
}

function metaOf(html: string, name: string): string {
  const content = new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];
  if (content === undefined) throw new Error(`The page has no tag ${name}.`);
  return content.replaceAll("&amp;", "&");
}
