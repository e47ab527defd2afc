import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { parseDay } from "../time/day";
import { toDatasetIndex } from "./dataset-index";
import { toReading } from "./reading";
import { toTellings } from "./tellings";
import { toDataset } from "./to-dataset";

let ids = 0;
const dataset = toDataset(STOLTENBERG_ASIA_2023, {
  newId: () => `id-${ids++}`,
  sha256: () => "0".repeat(64),
});
const index = toDatasetIndex(dataset);
const tellingsOf = (slug: string) => {
  const event = index.eventsBySlug.get(slug);
  return event ? toTellings(event, index) : [];
};

describe("toTellings", () => {
  it("tells a visit first as planned, then as occurred", () => {
    const told = tellingsOf("arrives-in-seoul").map(({ fromDay, toDay, status, when }) => [
      fromDay,
      toDay,
      status,
      when?.edtf,
    ]);
    expect(told).toEqual([
      ["2023-01-23", "2023-01-29", "planned", "2023-01-29/2023-01-30"],
      ["2023-01-29", null, "occurred", "2023-01-29"],
    ]);
  });

  it("says for every day of the second clock what the reading of that day says", () => {
    const days = fc
      .date({ min: new Date("2022-11-01"), max: new Date("2023-03-01"), noInvalidDate: true })
      .map((date) => parseDay(date.toISOString().slice(0, 10)))
      .filter((day) => day !== null);
    fc.assert(
      fc.property(days, fc.constantFrom(...dataset.events), (day, event) => {
        const telling = toTellings(event, index).find(
          ({ fromDay, toDay }) => fromDay <= day && (toDay === null || day < toDay),
        );
        const reading = toReading(event, index, day);
        expect(telling?.status).toBe(reading?.status);
        expect(telling?.when?.edtf).toBe(reading?.when?.edtf);
      }),
    );
  });
});
