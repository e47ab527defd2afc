import { expect, type JSHandle, type Locator, type Page } from "@playwright/test";

/** An invented report, in the manner of an agency: days are named by their weekdays, and a year by "last year". */
export const ARTICLE = [
  "Norway's foreign minister in Lisbon to talk about fish",
  "LISBON, March 5 (Harbour Wire) - Norway's foreign minister Ingrid Solheim arrived in Portugal on Sunday, the first stop on a trip that will include Morocco.",
  "In Lisbon, Solheim met her host Duarte Falcão. Flying to Rabat on Monday, she is due to sign an agreement on fishing grounds.",
  "The two sides had agreed in Oslo last year to count their trawlers anew. A spokesman in Rabat denied on Saturday that the sum had been settled.",
].join("\n\n");

/** A dossier of one source, made by the interface that the pages use; `name` tells it from those of other tests. */
export async function makeSource(page: Page, name: string): Promise<{ dossier: string; source: string }> {
  const made = async (path: string, data: object): Promise<string> => {
    const response = await page.request.post(path, {
      data,
      headers: { "idempotency-key": `${name} ${path}`.replace(/[^\x21-\x7e]+/g, "-") },
    });
    expect(response.status(), await response.text()).toBe(201);
    return (await response.json()).slug;
  };
  const dossier = await made("/api/v1/dossiers", { title: name, zone: "Europe/Lisbon" });
  const source = await made(`/api/v1/dossiers/${dossier}/sources`, {
    ...{ title: "Fish talks", publisher: "Harbour Wire", language: "en", publishedOn: "2023-03-05" },
    ...{ coverage: "full", text: ARTICLE },
  });
  return { dossier, source };
}

/** Opens a source once its text can be marked. */
export async function openSource(page: Page, dossier: string, source: string): Promise<Locator> {
  await page.goto(`/d/${dossier}/s/${source}`);
  await page.getByText("Mark the words that report an event.").waitFor();
  return page.getByTestId("source-text");
}

/** The first stretch of the text that reads so, brought into sight. */
export function locateWords(text: Locator, words: string): Promise<JSHandle<Range>> {
  return text.evaluateHandle((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: "center" });
      return range;
    }
    throw new Error(`The text does not say “${wanted}”.`);
  }, words);
}

/** Selects the first stretch of the text that reads so, as a mouse does: pressed before it, released behind it. */
export async function dragOver(page: Page, text: Locator, words: string): Promise<void> {
  const range = await locateWords(text, words);
  const [from, to] = await range.evaluate((found) => {
    const lines = [...found.getClientRects()];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) throw new Error(`“${found}” is not on the screen.`);
    return [
      { x: first.left + 1, y: first.top + first.height / 2 },
      { x: last.right - 1, y: last.top + last.height / 2 },
    ] as const;
  });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** A write is more than a look: on a machine that does much else it may take some seconds. */
export const WITHIN_A_SAVE = { timeout: 15_000 };

/** The form that opens for an event. */
export function toForm(page: Page): Locator {
  return page.getByRole("dialog");
}

/** Selects a sentence by its button, which is there for a mouse once that is on the sentence. */
export async function pressSentence(page: Page, beginning: RegExp): Promise<void> {
  const button = page.getByRole("button", { name: beginning });
  await button.locator("..").hover();
  await button.click();
}

/** Makes an event of a sentence by its button, at a place that it names, and saves it; gives what the page says then. */
export async function makeEvent(
  page: Page,
  beginning: RegExp,
  title: string,
  place: string | null = null,
): Promise<Locator> {
  await pressSentence(page, beginning);
  await page.getByRole("button", { name: "New event" }).click();
  await toForm(page).getByLabel("Title").fill(title);
  if (place !== null) await toForm(page).getByRole("button", { name: place, exact: true }).click();
  await toForm(page).getByRole("button", { name: "Save" }).click();
  const toast = page.getByRole("status").filter({ hasText: `Saved: ${title}` });
  await expect(toast).toBeVisible(WITHIN_A_SAVE);
  return toast;
}

/** Makes an event of words of the article by the interface that the pages use; gives its slug. */
export async function putEvent(
  page: Page,
  { dossier, source }: { readonly dossier: string; readonly source: string },
  words: string,
  said: { readonly title: string; readonly when?: string; readonly place?: object },
): Promise<string> {
  const start = [...ARTICLE.slice(0, ARTICLE.indexOf(words))].length;
  const citation = { source, start, end: start + [...words].length, exact: words, assertion: "occurred" };
  const response = await page.request.post(`/api/v1/dossiers/${dossier}/events`, {
    data: {
      ...{ category: "diplomacy", basis: said.when ? 0 : null, ...said },
      citations: [{ ...citation, when: said.when ?? null }],
    },
    headers: { "idempotency-key": `${dossier}-${said.title}`.replaceAll(" ", "-") },
  });
  expect(response.status(), await response.text()).toBe(201);
  return (await response.json()).slug;
}

export const LISBON = { name: "Lisbon", lon: -9.1393, lat: 38.7223, precision: "city" };
