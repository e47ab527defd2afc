import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "./day";
import { parseWhen } from "./edtf";
import { proposeWhen } from "./propose-when";
import type { Zone } from "./zone";

const SEOUL = "Asia/Seoul" as Zone;

/** What words come to in a report of Sunday 29 January 2023. */
function propose(words: string, publishedOn = "2023-01-29"): string | null {
  return proposeWhen(words, { publishedOn: publishedOn as Day, zone: SEOUL })?.edtf ?? null;
}

describe("proposeWhen", () => {
  it.each([
    // Weekdays.
    ["on Sunday", "2023-01-29"],
    ["The envoys landed on Saturday", "2023-01-28"],
    ["Tuesday", "2023-01-24"],
    ["on Monday morning", "2023-01-23"],
    ["last Sunday", "2023-01-22"],
    ["next Sunday", "2023-02-05"],
    ["next Tuesday", "2023-01-31"],
    ["this coming Friday", "2023-02-03"],
    ["this past Friday", "2023-01-27"],
    ["Monday last week", "2023-01-16"],
    ["next week on Thursday", "2023-02-02"],
    ["Wednesday’s vote", "2023-01-25"],
    ["late on Friday", "2023-01-27"],
    ["on Monday and Tuesday", "2023-01-23/2023-01-24"],
    ["from Monday to Wednesday", "2023-01-23/2023-01-25"],
    // What the verbs say.
    ["The minister will meet them on Tuesday", "2023-01-31"],
    ["She is due to fly on Monday", "2023-01-30"],
    ["Sailing for Busan on Monday, the fleet has exercises scheduled", "2023-01-30"],
    ["He said on Friday that the bridge will open", "2023-01-27"],
    ["They were expected to sign on Wednesday", "2023-02-01"],
    ["a ballot to be held on Thursday", "2023-02-02"],
    ["On Thursday the party, before a ballot to be held in spring, gathered", "2023-01-26"],
    // The day, and days from it.
    ["today", "2023-01-29"],
    ["tonight", "2023-01-29"],
    ["this morning", "2023-01-29"],
    ["Yesterday afternoon", "2023-01-28"],
    ["last night", "2023-01-28"],
    ["the day before yesterday", "2023-01-27"],
    ["tomorrow", "2023-01-30"],
    ["the day after tomorrow", "2023-01-31"],
    ["overnight", "2023-01-28/2023-01-29"],
    ["three days ago", "2023-01-26"],
    ["a couple of days ago", "2023-01-27"],
    ["in 10 days", "2023-02-08"],
    ["two hours ago", "2023-01-29"],
    // Days in a row.
    ["for a second day", "2023-01-28/2023-01-29"],
    ["for the third consecutive day", "2023-01-27/2023-01-29"],
    ["a fourth night in a row", "2023-01-26/2023-01-29"],
    ["Strikers marched on Friday for a second day", "2023-01-26/2023-01-27"],
    // Weeks, months, years.
    ["last week", "2023-01-16~/2023-01-22~"],
    ["this week", "2023-01-23~/2023-01-29~"],
    ["next week", "2023-01-30~/2023-02-05~"],
    ["over the weekend", "2023-01-28~/2023-01-29~"],
    ["last weekend", "2023-01-21~/2023-01-22~"],
    ["last month", "2022-12"],
    ["next month", "2023-02"],
    ["earlier this month", "2023-01"],
    ["last year", "2022"],
    ["earlier this year", "2023"],
    ["next year", "2024"],
    ["a week ago", "2023-01-22~"],
    ["two months ago", "2022-11~"],
    ["ten years ago", "2013~"],
    ["in two weeks", "2023-02-12~"],
    ["over the past three days", "2023-01-26~/2023-01-29"],
    ["in the last two years", "2021~/2023"],
    // Months without a year.
    ["last June", "2022-06"],
    ["in July last year", "2022-07"],
    ["in May", "2022-05"],
    ["in March", "2023-03"],
    ["It began in March", "2022-03"],
    ["It will begin in October", "2023-10"],
    ["next January", "2024-01"],
    ["in early September", "2022-09~"],
    // Open ends.
    ["since March", "2022-03/.."],
    ["since Tuesday", "2023-01-24/.."],
    ["ever since 2014", "2014/.."],
    ["since last week", "2023-01-16~/.."],
    ["until Friday", "../2023-02-03"],
    ["had given them until Friday", "../2023-01-27"],
    ["by December 2023", "../2023-12"],
    // Dates by their number.
    ["January 18, 2023", "2023-01-18"],
    ["Jan. 18 2023", "2023-01-18"],
    ["18 Jan", "2023-01-18"],
    ["the 18th of January", "2023-01-18"],
    ["18 January, 2021", "2021-01-18"],
    ["29-30 January", "2023-01-29/2023-01-30"],
    ["29 and 30 January 2022", "2022-01-29/2022-01-30"],
    ["January 29–30", "2023-01-29/2023-01-30"],
    ["from 29 January to 1 February 2023", "2023-01-29/2023-02-01"],
    ["from 30 December to 2 January", "2022-12-30/2023-01-02"],
    ["on Monday (30 January 2023)", "2023-01-30"],
    ["Monday, 30 January", "2023-01-30"],
    ["Monday 29 January 2023", "2023-01-29?"],
    ["2023-01-30", "2023-01-30"],
    ["29/01/2023", "2023-01-29"],
    ["1/29/2023", "2023-01-29"],
    ["5.3.2022", "2022-03-05"],
    ["on February 5", "2023-02-05"],
    ["on 5 December", "2022-12-05"],
    ["on December 5 last year", "2022-12-05"],
    ["on the 18th", "2023-01-18"],
    // Seasons, years and longer.
    ["in the spring of 2022", "2022-21"],
    ["fall 2021", "2021-23"],
    ["last summer", "2022-22"],
    ["this winter", "2022-24"],
    ["last winter", "2021-24"],
    ["next spring", "2023-21"],
    ["early 2022", "2022~"],
    ["the end of 2021", "2021~"],
    ["circa 1890", "1890~"],
    ["in 2018", "2018"],
    ["2015–2018", "2015/2018"],
    ["between 2015 and 2018", "2015/2018"],
    ["between March and May 2020", "2020-03/2020-05"],
    ["in the 1990s", "199X"],
    ["the ’80s", "198X"],
    ["the 19th century", "18XX"],
    // Times of the day.
    ["at 3 p.m. on Sunday", "2023-01-29T15:00"],
    ["on Monday at noon", "2023-01-23T12:00"],
    ["yesterday at 15:30 GMT", "2023-01-28T15:30Z"],
    ["at 8.15am EST on January 27", "2023-01-27T08:15-05:00"],
    ["at 12 a.m. on Friday", "2023-01-27T00:00"],
    ["at 3 p.m.", "2023-01-29T15:00"],
    ["around 18:00 local time on Saturday", "2023-01-28T18:00~"],
    ["on Friday at 9 a.m. CST", "2023-01-27"],
  ])("%s: %s", (words, edtf) => {
    expect(propose(words)).toBe(edtf);
  });

  it.each([
    "01/02/2023",
    "31 April 2023",
    "the next day",
    "a few days ago",
    "Theresa May",
    "May said that she may march on",
    "the second of five",
    "2000 people",
    "from 2000 to 3000 troops",
    "the 1900s",
    "the 18th summit",
    "resolution 1430/2019",
    "the sun sat over the sea",
    "",
  ])("proposes nothing for “%s”", (words) => {
    expect(propose(words)).toBeNull();
  });

  it.each([
    ["Sunday", "Sunday, from the report’s date"],
    ["Tuesday", "the Tuesday before the report’s date"],
    ["next Tuesday", "the Tuesday after the report’s date"],
    ["yesterday", "the day before the report’s date"],
    ["last year", "the year before the report’s"],
    ["last week", "a day of the week before the report’s"],
    ["18 January", "18 January of the report’s year"],
    ["29–30 January", "29 to 30 January of the report’s year"],
    ["in July last year", "July of the year before the report’s"],
    ["since Tuesday", "the begin: the Tuesday before the report’s date"],
    ["18 January 2023", "the date as written"],
    ["for a second day", "2 days that end with the report’s date"],
    [
      "on Friday at 9 a.m. CST",
      "the Friday before the report’s date; CST means several zones, so without the time",
    ],
    ["Monday 29 January 2023", "the date as written; that was no Monday"],
  ])("says why: %s", (words, rule) => {
    expect(proposeWhen(words, { publishedOn: "2023-01-29" as Day, zone: SEOUL })?.rule).toBe(rule);
  });

  it("takes what the verbs of the passage say for words that were marked alone", () => {
    const report = { publishedOn: "2023-01-29" as Day, zone: SEOUL };
    const passage = "The delegation will leave for Osaka on Monday.";
    expect(proposeWhen("on Monday", report)?.edtf).toBe("2023-01-23");
    expect(proposeWhen("on Monday", report, passage)?.edtf).toBe("2023-01-30");
    expect(proposeWhen("Monday", report, passage)?.edtf).toBe("2023-01-30");
  });

  it("reckons across the ends of months and years", () => {
    expect(propose("tomorrow", "2022-12-31")).toBe("2023-01-01");
    expect(propose("last month", "2023-01-05")).toBe("2022-12");
    expect(propose("on 28 December", "2023-01-02")).toBe("2022-12-28");
    expect(propose("29 February", "2023-03-05")).toBeNull();
    expect(propose("29 February", "2024-03-05")).toBe("2024-02-29");
  });

  it("never throws, and proposes only what can be read", () => {
    const words = fc.constantFrom(
      ..."last next this in on the of since until by from to and at 3 29 2022 999 1990s Sunday May March 30 January week years year days ago p.m. GMT winter early for a second day row , ( ) – /".split(
        " ",
      ),
    );
    const days = fc.constantFrom(
      "0001-01-01",
      "1500-01-01",
      "2023-01-29",
      "2024-02-29",
      "8999-12-31",
      "9999-12-31",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), days, (parts, publishedOn) => {
        const found = proposeWhen(parts.join(" "), { publishedOn: publishedOn as Day, zone: SEOUL });
        if (found) expect(parseWhen(found.edtf, SEOUL).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
