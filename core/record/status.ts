import { compareDays, type Day } from "../time/day";
import type { Assertion, Status } from "./vocabulary";

/** An assertion with the day on which its source was published. */
export type DatedAssertion = { readonly assertion: Assertion; readonly publishedOn: Day };

// Two sources of one day: the one that knows more of the outcome speaks first.
const WEIGHT: Record<Assertion, number> = {
  occurred: 5,
  ongoing: 4,
  cancelled: 3,
  denied: 2,
  claimed: 1,
  planned: 0,
};

/**
 * What the citations together make of an event: the newest publication speaks, unless the sources contradict
 * each other. Returns `null` when there is no citation to go by.
 */
export function toStatus(assertions: readonly DatedAssertion[]): Status | null {
  const newestFirst = assertions.toSorted(
    (a, b) => compareDays(b.publishedOn, a.publishedOn) || WEIGHT[b.assertion] - WEIGHT[a.assertion],
  );
  const newest = newestFirst[0];
  if (!newest) return null;
  if (isDisputed(newestFirst)) return "disputed";
  return newest.assertion;
}

/**
 * Whether `assertion` contradicts an event that others report: a denial always does where anybody asserts it,
 * and so does a cancellation where anybody says that it took place.
 */
export function contradicts(assertion: Assertion, others: readonly Assertion[]): boolean {
  if (assertion === "denied") return others.some((other) => other !== "denied" && other !== "cancelled");
  if (assertion === "cancelled") return others.some((other) => other === "occurred" || other === "ongoing");
  return false;
}

// A plan that is called off and then carried out after all is news, not a dispute: a cancellation disputes only
// what was reported no later than itself.
function isDisputed(newestFirst: readonly DatedAssertion[]): boolean {
  return newestFirst.some(({ assertion, publishedOn }, position) => {
    const others = newestFirst.filter((_, other) => other !== position);
    const heard =
      assertion === "cancelled" ? others.filter((other) => other.publishedOn <= publishedOn) : others;
    return contradicts(
      assertion,
      heard.map((other) => other.assertion),
    );
  });
}
