import { describe, expect, it } from "vitest";
import type { CodePointOffset } from "../text/code-points";
import type { Day } from "../time/day";
import { toWhen } from "../time/edtf";
import { UTC } from "../time/zone";
import { toReading } from "./reading";
import type { Citation, DossierEvent, Passage, Source } from "./record";
import type { Assertion } from "./vocabulary";

type Told = { readonly on: string; readonly says: Assertion; readonly when?: string };

const START = 0 as CodePointOffset;

// Each line is a citation c0, c1, … of a source of its own; the event rests on `basis`.
function toFixture(told: readonly Told[], when: string | null, basis: string | null) {
  const citations = told.map(
    ({ says, when: date }, i): Citation => ({
      id: `c${i}`,
      passageId: `p${i}`,
      assertion: says,
      timeWords: date ?? null,
      when: date === undefined ? null : toWhen(date, UTC),
      timeRule: null,
      placeWords: null,
      speaker: null,
    }),
  );
  const passages = told.map((_, i): [string, Passage] => [
    `p${i}`,
    {
      id: `p${i}`,
      slug: `p${i}`,
      sourceId: `s${i}`,
      sourceSha256: "",
      isKept: false,
      start: START,
      end: START,
      exact: "",
      prefix: "",
      suffix: "",
    },
  ]);
  const sources = told.map(({ on }, i): [string, Source] => [
    `s${i}`,
    {
      id: `s${i}`,
      slug: `s${i}`,
      title: "",
      publisher: "",
      byline: null,
      language: "en",
      url: null,
      publishedOn: on as Day,
      retrievedOn: null,
      coverage: "full",
      publishes: "full",
      text: "",
      sha256: "",
      version: 1,
    },
  ]);
  const event: DossierEvent = {
    id: "e",
    slug: "e",
    title: "",
    category: "diplomacy",
    when: when === null ? null : toWhen(when, UTC),
    basisId: basis,
    placeId: null,
    placeRule: null,
    isLeg: false,
    originId: null,
    participations: [],
    citations,
    version: 1,
  };
  return { event, index: { passages: new Map(passages), sources: new Map(sources) } };
}

function read(told: readonly Told[], when: string | null, basis: string | null, reportedBy: string | null) {
  const { event, index } = toFixture(told, when, basis);
  const reading = toReading(event, index, reportedBy as Day | null);
  return (
    reading && {
      status: reading.status,
      when: reading.when?.edtf ?? null,
      basis: reading.basisId,
      citations: reading.citations.map(({ citation, disagrees }) => [citation.id, disagrees]),
    }
  );
}

describe("toReading", () => {
  const VISIT: readonly Told[] = [
    { on: "2023-01-23", says: "planned", when: "2023-01" },
    { on: "2023-01-27", says: "planned", when: "2023-01-30" },
    { on: "2023-01-29", says: "occurred", when: "2023-01-29" },
  ];

  it.each([
    ["2023-01-22", null],
    ["2023-01-23", { status: "planned", when: "2023-01", basis: "c0", citations: [["c0", null]] }],
    [
      // Two dates that agree: the narrower.
      "2023-01-28",
      {
        status: "planned",
        when: "2023-01-30",
        basis: "c1",
        citations: [
          ["c1", null],
          ["c0", null],
        ],
      },
    ],
    [
      // The day itself counts, and with it the editor's date.
      "2023-01-29",
      {
        status: "occurred",
        when: "2023-01-29",
        basis: "c2",
        citations: [
          ["c2", null],
          ["c1", "date"],
          ["c0", null],
        ],
      },
    ],
    [
      null,
      {
        status: "occurred",
        when: "2023-01-29",
        basis: "c2",
        citations: [
          ["c2", null],
          ["c1", "date"],
          ["c0", null],
        ],
      },
    ],
  ])("as reported by %s", (reportedBy, expected) => {
    expect(read(VISIT, "2023-01-29", "c2", reportedBy)).toEqual(expected);
  });

  it("before its basis is out, goes by the date that most agree with", () => {
    const told: readonly Told[] = [
      { on: "2023-01-01", says: "planned", when: "2023-03-01" },
      { on: "2023-01-02", says: "planned", when: "2023-02" },
      { on: "2023-01-03", says: "planned", when: "2023-02-10" },
      { on: "2023-01-04", says: "planned", when: "2023-02-11" },
      { on: "2023-02-12", says: "occurred", when: "2023-02-12" },
    ];
    expect(read(told, "2023-02-12", "c4", "2023-01-31")).toMatchObject({ when: "2023-02", basis: "c1" });
  });

  it("knows no date before one was given, and none of an undated event", () => {
    const told: readonly Told[] = [
      { on: "2023-01-01", says: "claimed" },
      { on: "2023-01-05", says: "occurred", when: "2023-01-04" },
    ];
    expect(read(told, "2023-01-04", "c1", "2023-01-02")).toMatchObject({ when: null, basis: null });
    expect(read(told, null, null, null)).toMatchObject({ when: null, basis: null, status: "occurred" });
  });

  it("shows a denial as disagreeing with what others assert", () => {
    const told: readonly Told[] = [
      { on: "2023-01-01", says: "claimed", when: "2022-12-31" },
      { on: "2023-01-02", says: "denied" },
    ];
    expect(read(told, "2022-12-31", "c0", null)).toMatchObject({
      status: "disputed",
      citations: [
        ["c1", "assertion"],
        ["c0", null],
      ],
    });
    expect(read(told.slice(1), null, null, null)).toMatchObject({
      status: "denied",
      citations: [["c0", null]],
    });
  });

  it("throws for a citation of a passage that is not there", () => {
    const { event, index } = toFixture(VISIT, "2023-01-29", "c2");
    expect(() => toReading(event, { ...index, sources: new Map() }, null)).toThrow(/Citation c0.*p0/);
  });
});
