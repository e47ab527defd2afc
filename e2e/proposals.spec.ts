import type { Browser, Page } from "@playwright/test";
import {
  addAccount,
  addMember,
  expectNoViolation,
  type InhabitedProgram,
  openInhabitedProgram,
  PASSWORD,
  putSetupToken,
  signIn,
  toEmail,
} from "./accounts";
import {
  ARTICLE,
  LISBON,
  makeSource,
  openSource,
  pressSentence,
  putEvent,
  toForm,
  WITHIN_A_SAVE,
} from "./newsroom";
import { test as base, expect } from "./test";

const test = base.extend<Record<never, never>, { program: InhabitedProgram }>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from a pattern
    async ({}, use) => {
      const program = await openInhabitedProgram();
      await putSetupToken(program, "the-token");
      await use(program);
      await program.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ program }, use) => use(program.address),
});

// The browser tells of answers that refuse, which are what is asked for here.
test.use({
  expectedNoise: [/status of (401|403|404|409|412|422)|preloaded using link preload but not used/],
});
test.describe.configure({ mode: "serial", timeout: 120_000 });

const ARRIVAL = "Norway's foreign minister Ingrid Solheim arrived in Portugal on Sunday";
const made = { dossier: "", source: "", arrival: "" };
const cookies = new Map<string, string>();

/** A page of somebody's own browser. */
async function openAs(browser: Browser, { address }: InhabitedProgram, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address });
  const [cookie = "", value = ""] = (cookies.get(name) ?? "").split("=");
  await context.addCookies([{ name: cookie, value, url: address }]);
  return context.newPage();
}

test.beforeAll(async ({ program, browser }) => {
  const ana = { name: "Ana", email: toEmail("Ana"), password: PASSWORD };
  const response = await fetch(`${program.address}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: "the-token", ...ana }),
  });
  expect(response.status).toBe(200);
  cookies.set("Ana", await signIn(program.address, ana.email));
  const desk = await openAs(browser, program, "Ana");
  Object.assign(made, await makeSource(desk, "Fish"));
  const said = { title: "Solheim arrives", when: "2023-03-05", place: LISBON };
  made.arrival = await putEvent(desk, made, ARRIVAL, said);
  for (const [name, role] of [
    ["Clara", "contributor"],
    ["Rosa", "reader"],
  ] as const) {
    await addMember(program, made.dossier, await addAccount(program, name), role);
    cookies.set(name, await signIn(program.address, toEmail(name)));
  }
  await desk.context().close();
});

test("what a contributor proposes from a sentence is on the map once an editor accepts it", async ({
  program,
  browser,
}) => {
  const clara = await openAs(browser, program, "Clara");
  await openSource(clara, made.dossier, made.source);
  await expect(clara.getByRole("checkbox", { name: /Readers see only/ })).toHaveCount(0);
  await pressSentence(clara, /In Lisbon, Solheim met/);
  await clara.getByRole("button", { name: "New event" }).click();
  const form = toForm(clara);
  await form.getByLabel("Title").fill("Solheim meets Falcão");
  await form.getByRole("button", { name: "Lisbon", exact: true }).click();
  await form.getByRole("button", { name: "Propose" }).click();
  const toast = clara.getByRole("status").filter({ hasText: "Proposed: Solheim meets Falcão" });
  await expect(toast).toContainText("An editor will look at it.", WITHIN_A_SAVE);
  // Taken back at once, what was written is a draft again.
  await toast.getByRole("button", { name: "Withdraw" }).click();
  await expect(clara.getByRole("status").filter({ hasText: "Taken back." })).toBeVisible(WITHIN_A_SAVE);
  await clara.getByRole("button", { name: "Continue" }).click();
  await expect(form.getByLabel("Title")).toHaveValue("Solheim meets Falcão");
  await form.getByRole("button", { name: "Propose" }).click();
  await expect(toast).toBeVisible(WITHIN_A_SAVE);
  await expectNoViolation(clara);
  await toast.getByRole("link", { name: "Your proposals" }).click();
  await expect(clara.getByText("Open: an editor will look at it.")).toBeVisible();
  await clara.goto(`/d/${made.dossier}`);
  await expect(clara.getByRole("heading", { name: "Fish", level: 2 })).toBeVisible();
  await expect(clara.getByText("Solheim meets Falcão")).toHaveCount(0);

  const ana = await openAs(browser, program, "Ana");
  await ana.goto(`/d/${made.dossier}`);
  await ana.getByRole("button", { name: /1 open proposal/ }).click();
  await ana.getByRole("link", { name: "Proposals (1 open)" }).click();
  const card = ana.getByRole("listitem").filter({ hasText: "Solheim meets Falcão" });
  await expect(card.locator("mark")).toHaveText("In Lisbon, Solheim met her host Duarte Falcão.");
  await expect(card.getByText("Lisbon", { exact: true }).first()).toBeVisible();
  await expectNoViolation(ana);
  // By keyboard alone.
  await card.getByRole("button", { name: "Accept" }).focus();
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("status")).toContainText("Accepted: Solheim meets Falcão", WITHIN_A_SAVE);
  await expect(ana.getByText("Nothing waits for you.")).toBeVisible();

  // The map of who proposed it shows it without being loaded anew.
  await expect(clara.getByText("Solheim meets Falcão").first()).toBeVisible(WITHIN_A_SAVE);
  await clara.goto(`/d/${made.dossier}/changes`);
  await expect(clara.getByText("Clara, accepted by Ana")).toBeVisible();
  await ana.context().close();
  await clara.context().close();
});

test("why a proposal was declined is read by who made it", async ({ program, browser }) => {
  const clara = await openAs(browser, program, "Clara");
  await clara.goto(`/d/${made.dossier}?e=${made.arrival}`);
  await clara.getByRole("button", { name: "More", exact: false }).last().click();
  await expect(clara.getByRole("button", { name: "Merge with…" })).toHaveCount(0);
  await clara.getByRole("button", { name: "Propose to delete…" }).click();
  const form = toForm(clara);
  await form.getByLabel("Reason").fill("Told elsewhere.");
  await form.getByRole("button", { name: "Propose" }).click();
  await expect(clara.getByRole("status").filter({ hasText: "Proposed: to delete" })).toBeVisible(
    WITHIN_A_SAVE,
  );

  const ana = await openAs(browser, program, "Ana");
  await ana.goto(`/d/${made.dossier}/proposals`);
  const card = ana.getByRole("listitem").filter({ hasText: "Solheim arrives" });
  await expect(card.getByText("“Told elsewhere.”")).toBeVisible();
  await card.getByRole("button", { name: "Decline…" }).click();
  await card.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(card.getByText("Say why: Clara reads it.")).toBeVisible();
  await expectNoViolation(ana);
  await ana.keyboard.type("It is told here alone.");
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("status")).toContainText("Declined: Solheim arrives", WITHIN_A_SAVE);

  await clara.goto(`/d/${made.dossier}/proposals`);
  const own = clara.getByRole("listitem").filter({ hasText: "Solheim arrives" });
  await expect(own.getByText("Declined by")).toBeVisible();
  await expect(own.getByText("“It is told here alone.”")).toBeVisible();
  await expectNoViolation(clara);
  await clara.goto(`/d/${made.dossier}/e/${made.arrival}`);
  await expect(clara.getByRole("heading", { name: "Solheim arrives" })).toBeVisible();
  await ana.context().close();
  await clara.context().close();
});

test("what was changed meanwhile is shown beside what was proposed", async ({ program, browser }) => {
  const clara = await openAs(browser, program, "Clara");
  const ana = await openAs(browser, program, "Ana");
  const path = `/api/v1/dossiers/${made.dossier}`;
  const proposed = { kind: "change", event: made.arrival, version: 1, body: { title: "Solheim lands" } };
  // Sent twice under one key it is one proposal.
  const headers = { "idempotency-key": "the-title" };
  const kept = await clara.request.post(`${path}/proposals`, { data: proposed, headers });
  expect(kept.status(), await kept.text()).toBe(201);
  const { id } = await kept.json();
  const again = await clara.request.post(`${path}/proposals`, { data: proposed, headers });
  expect([again.status(), (await again.json()).id]).toEqual([201, id]);
  await ana.goto(`/d/${made.dossier}/proposals`);
  const card = ana.getByRole("listitem").filter({ hasText: "Solheim lands" });
  await expect(card.getByRole("insertion")).toHaveText(["Solheim lands"]);
  const changed = await ana.request.patch(`${path}/events/${made.arrival}`, {
    data: { title: "Solheim is there" },
    headers: { "if-match": '"1"' },
  });
  expect(changed.status()).toBe(200);
  await card.getByRole("button", { name: "Accept" }).click();
  await expect(ana.getByRole("status")).toContainText("was changed meanwhile", WITHIN_A_SAVE);
  await expect(card.getByRole("insertion")).toHaveText(["Solheim lands", "Solheim is there"]);
  await expect(card.getByRole("button", { name: "Accept" })).toHaveCount(0);
  await expectNoViolation(ana);
  const refused = await ana.request.post(`${path}/proposals/${id}/accept`, { data: {} });
  expect([refused.status(), (await refused.json()).present.title]).toEqual([412, "Solheim is there"]);
  await ana.context().close();
  await clara.context().close();
});

test("a source is proposed, and is there once it is accepted", async ({ program, browser }) => {
  const clara = await openAs(browser, program, "Clara");
  await clara.goto(`/d/${made.dossier}`);
  await clara.getByRole("banner").getByRole("link", { name: "Add a source" }).click();
  await clara.getByLabel("Paste the article").fill(`An echo of it\n\n${ARTICLE}`);
  await clara.getByRole("button", { name: "Read it" }).click();
  await clara.getByLabel("Title", { exact: true }).fill("An echo");
  await clara.getByLabel("Publisher").fill("Echo Wire");
  await clara.getByLabel("Published on").fill("2023-03-06");
  await clara.getByRole("button", { name: "Propose" }).click();
  await expect(clara.getByRole("heading", { name: "Your proposals" })).toBeVisible(WITHIN_A_SAVE);

  const ana = await openAs(browser, program, "Ana");
  await ana.goto(`/d/${made.dossier}/proposals`);
  const card = ana.getByRole("listitem").filter({ hasText: "An echo" });
  await card.getByText("Read its text").click();
  await expect(card.getByText("count their trawlers anew")).toBeVisible();
  await card.getByRole("button", { name: "Accept" }).click();
  await expect(ana.getByRole("status")).toContainText("Accepted: An echo", WITHIN_A_SAVE);
  await clara.reload();
  await clara.getByRole("link", { name: "An echo" }).click();
  await expect(clara.getByText("Mark the words that report an event.")).toBeVisible();
  await ana.context().close();
  await clara.context().close();
});

test("a reader cannot propose, and a contributor sees their own alone", async ({ program, browser }) => {
  const rosa = await openAs(browser, program, "Rosa");
  const path = `/api/v1/dossiers/${made.dossier}/proposals`;
  const proposed = { kind: "deletion", event: made.arrival, version: 2, body: { reason: "So." } };
  expect((await rosa.request.post(path, { data: proposed })).status()).toBe(403);
  expect((await rosa.request.get(path)).status()).toBe(403);
  await rosa.goto(`/d/${made.dossier}`);
  await expect(rosa.getByRole("link", { name: "Add a source" })).toHaveCount(0);
  await rosa.goto(`/d/${made.dossier}/s/${made.source}`);
  await expect(rosa.getByText("Each underlined sentence leads")).toBeVisible();
  await expect(rosa.getByText("Mark the words that report an event.")).toHaveCount(0);

  await addMember(program, made.dossier, await addAccount(program, "Dora"), "contributor");
  cookies.set("Dora", await signIn(program.address, toEmail("Dora")));
  const dora = await openAs(browser, program, "Dora");
  expect((await (await dora.request.get(path)).json()).items).toEqual([]);
  const clara = await openAs(browser, program, "Clara");
  const own = (await (await clara.request.get(path)).json()).items;
  expect(own.length).toBeGreaterThan(3);
  for (const suffix of ["", "/withdraw"]) {
    const address = `${path}/${own[0].id}${suffix}`;
    const response =
      suffix === "" ? await dora.request.get(address) : await dora.request.post(address, { data: {} });
    expect([suffix, response.status()]).toEqual([suffix, 404]);
  }
  expect((await clara.request.post(`${path}/${own[0].id}/accept`, { data: {} })).status()).toBe(403);
  for (const page of [rosa, dora, clara]) await page.context().close();
});
