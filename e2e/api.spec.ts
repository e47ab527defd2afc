import { DEMO } from "./panes";
import { expect, test } from "./test";

const DOSSIER = `/api/v1${DEMO.replace("/d/", "/dossiers/")}`;

test("answers with strong tags, and nothing again to who has it already", async ({ request }) => {
  for (const path of [
    "/api/v1/dossiers",
    DOSSIER,
    `${DOSSIER}/events?limit=3`,
    `${DOSSIER}/events/meets-yoon`,
    `${DOSSIER}/sources/reuters`,
  ]) {
    const first = await request.get(path);
    expect(first.status(), path).toBe(200);
    const etag = first.headers().etag ?? "";
    expect(etag, path).toMatch(/^"[^"]+"$/);
    const again = await request.get(path, { headers: { "if-none-match": etag } });
    expect(again.status(), path).toBe(304);
    expect(await again.text()).toBe("");
  }
});

test("pages through the same events, in the same order, as the list shows", async ({ page, request }) => {
  const titles: string[] = [];
  let cursor = "";
  do {
    const answer = await request.get(`${DOSSIER}/events?limit=5${cursor && `&cursor=${cursor}`}`);
    const body: { items: { title: string }[]; next: string | null } = await answer.json();
    titles.push(...body.items.map(({ title }) => title));
    cursor = body.next ?? "";
  } while (cursor !== "");
  await page.goto(DEMO);
  await page.getByRole("button", { name: "All", exact: true }).click();

  await expect(page.getByRole("region", { name: "Events" }).getByRole("link")).toHaveText(titles);
});

test("refuses with a problem that names every fault", async ({ request }) => {
  const refused = await request.get(`${DOSSIER}/events?from=soon&limit=0&colour=red`);
  expect(refused.status()).toBe(400);
  expect(refused.headers()["content-type"]).toBe("application/problem+json");
  const { faults }: { faults: { parameter: string }[] } = await refused.json();
  expect(faults.map(({ parameter }) => parameter).toSorted()).toEqual(["colour", "from", "limit"]);

  const missing = await request.get("/api/v1/dossiers/nowhere");
  expect(missing.status()).toBe(404);
  expect(await missing.json()).toMatchObject({ status: 404, detail: "There is no dossier nowhere." });
  expect((await request.delete(DOSSIER)).status()).toBe(405);
});

test("describes itself, and says that it lives and is ready", async ({ request }) => {
  const { openapi, paths } = await (await request.get("/api/v1/openapi.json")).json();
  expect(openapi).toBe("3.1.0");
  expect(Object.keys(paths)).toContain("/api/v1/dossiers/{slug}/events");
  expect((await request.get("/livez")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});

test("guards every answer by its headers, and every page by a nonce of its own", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ["/", DEMO, `${DEMO}/e/meets-yoon`, "/nowhere", "/api/v1/dossiers", "/livez"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["x-powered-by"], path).toBeUndefined();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "none");
  }
  expect(nonces).not.toContain("none");
  expect(nonces.size).toBe(6);
});
