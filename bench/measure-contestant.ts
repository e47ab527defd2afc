import type { Contestant } from "./contestants";
import { openPage } from "./open-page";
import type { Bench } from "./page/contest";
import { STEP_MARK } from "./page/step-mark";
import type { Plan } from "./plan";
import { type Result, toScrub } from "./result";

declare const window: { readonly bench: Bench };

/** Lets one contestant draw a number of events, and drags the window over them; whoever is too slow is stopped. */
export async function measureContestant(
  { name, page: path, most, reason, shares }: Contestant,
  events: number,
  { seed, steps, loadCapMs, dragCapMs }: Plan,
  url: string,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const share of shares) {
    const subject = { contestant: name, events, share };
    if (events > most) {
      results.push({ ...subject, skipped: `not tried: ${reason}` });
      continue;
    }
    const opened = await openPage();
    try {
      await opened.page.goto(`${url}/${path}`);
      const load = opened.page.evaluate(({ events, seed, share }) => window.bench.load(events, seed, share), {
        ...{ events, seed, share },
      });
      const loadMs = await within(loadCapMs, load);
      if (loadMs === null) {
        results.push({ ...subject, skipped: `does not load within ${loadCapMs / 1000} s` });
        continue;
      }
      const frames = await opened.trace(
        () =>
          opened.page.evaluate((drag) => window.bench.drag(drag), { ...{ share, steps }, capMs: dragCapMs }),
        STEP_MARK,
      );
      const [memoryBytes, sentBytes] = [await opened.measureMemory(), opened.countSent()];
      results.push({ ...subject, loadMs, memoryBytes, sentBytes, scrub: toScrub(frames) });
    } catch (error) {
      const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
      results.push({ ...subject, skipped: `its page failed: ${line}` });
    } finally {
      await opened.close();
    }
  }
  return results;
}

/** What was promised, or `null` if it takes longer. */
async function within<T>(ms: number, promised: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  // Whoever comes late is closed, which breaks the promise when nobody waits for it any more.
  promised.catch(() => {});
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}
