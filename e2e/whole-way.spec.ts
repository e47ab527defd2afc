import { type InhabitedProgram, openInhabitedProgram, putSetupToken } from "./accounts";
import { FINGER, KEYS, MOUSE } from "./hands-of-all-kinds";
import { test as base } from "./test";
import { goTheWholeWay } from "./whole-way";

const test = base.extend<{ program: InhabitedProgram }>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from a pattern
    async ({}, use) => {
      const program = await openInhabitedProgram();
      await putSetupToken(program, "the-link-of-this-start");
      await use(program);
      await program.close();
    },
    { timeout: 90_000 },
  ],
  baseURL: async ({ program }, use) => use(program.address),
});

// The browser tells of the answer that somebody else was faster, which is asked for here.
test.use({ expectedNoise: [/status of (401|412)|preloaded using link preload but not used/] });
test.describe.configure({ timeout: 150_000 });
test.use({ actionTimeout: 15_000 });

test("from the link of the first start to an accepted proposal, with a mouse", async ({
  page,
  browser,
  program,
}) => {
  await goTheWholeWay({ page, browser, program, hand: MOUSE });
});

test("the same by keyboard alone", async ({ page, browser, program }) => {
  await goTheWholeWay({ page, browser, program, hand: KEYS });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the same with a finger", async ({ page, browser, program }) => {
    await goTheWholeWay({ page, browser, program, hand: FINGER });
  });
});
