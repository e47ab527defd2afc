import type { Locator, Page } from "@playwright/test";

export const DEMO = "/d/stoltenberg-asia-2023";

/** A dashboard's parts by the roles and names that a reader may rely on. */
export type Panes = {
  readonly map: Locator;
  readonly timeline: Locator;
  readonly reader: Locator;
  readonly events: Locator;
  readonly playhead: Locator;
  readonly windowStart: Locator;
  readonly windowEnd: Locator;
  readonly search: Locator;
  readonly reportedBy: Locator;
  /** The title of the event that is read, or of the dossier while none is. */
  readonly heading: Locator;
  /** The events of the window in their order. */
  readonly titles: Locator;
  readonly marker: (name: string | RegExp) => Locator;
};

/** Opens a dashboard and waits until hand and keyboard can use it: its map is the last to come. */
export async function openDashboard(page: Page, address: string): Promise<Panes> {
  await page.goto(address);
  return untilAlive(page);
}

/** Waits until the dashboard that is coming can be used. */
export async function untilAlive(page: Page): Promise<Panes> {
  const panes = toPanes(page);
  await panes.map.getByRole("button", { name: "Zoom in" }).waitFor();
  return panes;
}

export function toPanes(page: Page): Panes {
  const map = page.getByRole("region", { name: "Map" });
  const reader = page.getByRole("region", { name: "Reader" });
  const events = page.getByRole("region", { name: "Events" });
  return {
    map,
    timeline: page.getByRole("region", { name: "Timeline" }),
    reader,
    events,
    playhead: page.getByRole("slider", { name: "Playhead" }),
    windowStart: page.getByRole("slider", { name: "Window start" }),
    windowEnd: page.getByRole("slider", { name: "Window end" }),
    search: page.getByRole("searchbox", { name: "Search" }),
    reportedBy: page.getByLabel("Reported by"),
    heading: reader.getByRole("heading", { level: 2 }),
    titles: events.getByRole("listitem").getByRole("link"),
    marker: (name) => map.getByRole("button", { name }),
  };
}

/** The middle of what the locator finds, in CSS pixels of the page. */
export async function toMiddle(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
