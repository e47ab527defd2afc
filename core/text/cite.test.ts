import { describe, expect, it } from "vitest";
import type { Day } from "../time/day";
import { toCitationText } from "./cite";

const source = {
  title: "NATO chief to visit S.Korea next week",
  publisher: "IANS / Lokmat Times",
  byline: null,
  url: "https://example.org/a",
  publishedOn: "2023-01-23" as Day,
  retrievedOn: null,
};
const passage = { exact: "a two-day trip", prefix: "", suffix: "" };

describe("toCitationText", () => {
  it("names the source and links to the passage", () => {
    expect(toCitationText(source, passage)).toBe(
      "“a two-day trip”\n— “NATO chief to visit S.Korea next week”, IANS / Lokmat Times, 23 January 2023.\n" +
        "https://example.org/a#:~:text=a%20two%2Dday%20trip",
    );
  });

  it("gives byline and retrieval where they are known, and no address where there is none", () => {
    const signed = { ...source, byline: "Josh Smith", url: null, retrievedOn: "2023-02-01" as Day };
    expect(toCitationText(signed, passage)).toBe(
      "“a two-day trip”\n— Josh Smith, “NATO chief to visit S.Korea next week”, IANS / Lokmat Times, " +
        "23 January 2023 (retrieved 1 February 2023).",
    );
  });
});
