import { describe, expect, it } from "vitest";
import { toDataset } from "@/core/record/to-dataset";
import { STOLTENBERG_ASIA_2023 } from "@/prisma/seed/stoltenberg-asia-2023";
import { decodeDataset, encodeDataset } from "./dataset";
import { decodeSearch, encodeSearch, toSearchAddress } from "./search";

let made = 0;
const dataset = toDataset(STOLTENBERG_ASIA_2023, { newId: () => `id-${made++}`, sha256: () => "" });

describe("dataset", () => {
  it("is the same after its way through JSON", () => {
    expect(decodeDataset(JSON.parse(JSON.stringify(encodeDataset(dataset))))).toEqual(dataset);
  });

  it("refuses another version", () => {
    expect(() => decodeDataset({ ...encodeDataset(dataset), version: 2 })).toThrow(
      "got version 2 when expected 1",
    );
  });
});

describe("search", () => {
  it("asks for what was typed, whatever it is", () => {
    const address = new URL(toSearchAddress("a-b", "50% & <b> ü"), "http://localhost");
    expect(address.pathname).toBe("/api/v1/dossiers/a-b/search");
    expect(address.searchParams.get("q")).toBe("50% & <b> ü");
  });

  it("comes back as it went", () => {
    expect(decodeSearch(JSON.parse(JSON.stringify(encodeSearch(["a", "b"]))))).toEqual(new Set(["a", "b"]));
  });

  it.each([null, 1, [], {}, { ids: "a" }, { ids: [1] }])("refuses %j", (json) => {
    expect(() => decodeSearch(json)).toThrow("no list of ids");
  });
});
