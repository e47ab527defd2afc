import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../time/day";
import { contradicts, type DatedAssertion, toStatus } from "./status";
import { ASSERTIONS, type Assertion } from "./vocabulary";

// "2 occurred" is what a source of the second day says.
function read(text: string): DatedAssertion[] {
  return text.split(", ").map((line) => {
    const [day = "", assertion = ""] = line.split(" ");
    return { assertion: assertion as Assertion, publishedOn: addDays("2023-01-01" as Day, Number(day)) };
  });
}

describe("toStatus", () => {
  it.each([
    ["1 planned", "planned"],
    ["1 planned, 2 occurred", "occurred"],
    ["2 occurred, 1 planned", "occurred"],
    ["1 occurred, 2 planned", "planned"],
    ["1 planned, 2 ongoing, 3 occurred", "occurred"],
    // Of one day, the source that knows more of the outcome speaks.
    ["1 planned, 1 occurred", "occurred"],
    ["1 claimed, 1 planned", "claimed"],
    ["1 planned, 2 cancelled", "cancelled"],
    // A plan called off and carried out after all is news; called off after it took place is a contradiction.
    ["1 planned, 2 cancelled, 3 occurred", "occurred"],
    ["1 occurred, 2 cancelled", "disputed"],
    ["1 ongoing, 1 cancelled", "disputed"],
    ["1 denied", "denied"],
    ["1 denied, 2 denied", "denied"],
    ["1 claimed, 2 denied", "disputed"],
    ["1 denied, 2 occurred", "disputed"],
    ["1 planned, 2 denied", "disputed"],
    ["1 cancelled, 2 denied", "denied"],
  ] as const)("of %s is %s", (text, status) => {
    expect(toStatus(read(text))).toBe(status);
  });

  it("is unknown where nobody has spoken", () => {
    expect(toStatus([])).toBeNull();
  });

  it("does not depend on the order of the citations", () => {
    const assertion = fc.record({
      assertion: fc.constantFrom(...ASSERTIONS),
      publishedOn: fc.integer({ min: 0, max: 3 }).map((n) => addDays("2023-01-01" as Day, n)),
    });
    const shuffled = fc
      .array(assertion, { minLength: 1, maxLength: 6 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(fc.property(shuffled, ([list, other]) => toStatus(other) === toStatus(list)));
  });
});

describe("contradicts", () => {
  it.each([
    ["denied", ["occurred"], true],
    ["denied", ["planned"], true],
    ["denied", ["denied", "cancelled"], false],
    ["denied", [], false],
    ["cancelled", ["occurred"], true],
    ["cancelled", ["ongoing"], true],
    ["cancelled", ["planned", "claimed"], false],
    ["occurred", ["denied"], false],
    ["planned", ["occurred"], false],
  ] as const)("%s against %j: %s", (assertion, others, expected) => {
    expect(contradicts(assertion, others)).toBe(expected);
  });
});
