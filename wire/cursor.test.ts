import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCursor } from "./cursor";
import { decodeCursor } from "./decode-cursor";

const instant = fc.option(fc.integer({ min: -62135769600000, max: 253402473600000 }));
const cursor = fc.record({ key: instant, hasOpenBegin: fc.boolean(), end: instant, id: fc.uuid() });

describe("cursor", () => {
  it("comes back as it went, through an address", () => {
    fc.assert(
      fc.property(cursor, (value) => {
        const text = encodeCursor(value);
        expect(encodeURIComponent(text)).toBe(text);
        expect(decodeCursor(text)).toEqual(value);
      }),
    );
  });

  it("refuses every other text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(decodeCursor(text)).toBeNull();
      }),
    );
  });

  it.each([
    ["another version", [2, 0, false, null, "01890000-0000-7000-8000-000000000000"]],
    ["a fraction", [1, 0.5, false, null, "01890000-0000-7000-8000-000000000000"]],
    ["no id", [1, 0, false, null, "x"]],
    ["an object", { __proto__: null, polluted: true }],
  ])("refuses %s", (_, packed) => {
    expect(decodeCursor(btoa(JSON.stringify(packed)).replaceAll("=", ""))).toBeNull();
  });
});
