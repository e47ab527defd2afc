import { describe, expect, it } from "vitest";
import { WIRE_STORY } from "@/test/documents/wire-story";
import type { Proposals } from "./extraction";
import { proposeFromText } from "./propose-from-text";
import { parseDateline } from "./wire-head";

const toValues = (proposals: Proposals) =>
  Object.fromEntries(Object.entries(proposals).map(([name, proposal]) => [name, proposal?.value ?? null]));

describe("the head of a report", () => {
  it("gives what an agency writes there", () => {
    expect(toValues(proposeFromText(WIRE_STORY))).toEqual({
      title: "Port talks resume in Lisbon as envoy begins tour of the Atlantic",
      byline: "Maria Okafor",
      publisher: "Reuters",
      language: "en",
      // The day of the photograph is not that of the report.
      publishedOn: null,
      dateline: "LISBON",
    });
  });

  it("gives each with its reason", () => {
    const reasons = Object.values(proposeFromText(WIRE_STORY)).flatMap((proposal) => proposal?.reason ?? []);
    expect(reasons).toEqual([
      "The line above the report that reads like a headline.",
      "From the line “By Maria Okafor”.",
      "The report begins with “LISBON (Reuters) -”.",
      "By the frequency of letters in the text.",
      "The report begins with “LISBON (Reuters) -”.",
    ]);
  });

  it.each([
    ["Published January 29, 2023", "2023-01-29"],
    ["Updated: Sun, 29 Jan 2023 06:15:00 GMT", "2023-01-29"],
    ["29 January 2023", "2023-01-29"],
    ["2023-01-29", "2023-01-29"],
    ["They met on 29 January 2023 in the harbour of the town", null],
    ["01/02/2023", null],
    ["31 February 2023", null],
  ])("with the line “%s” is published on %s", (line, day) => {
    expect(proposeFromText(`A headline of some words\n${line}\n\nText.`).publishedOn?.value ?? null).toBe(
      day,
    );
  });

  it("proposes nothing where nothing tells", () => {
    expect(toValues(proposeFromText("so they went home. It rained."))).toEqual({
      title: null,
      byline: null,
      publisher: null,
      language: null,
      publishedOn: null,
      dateline: null,
    });
  });

  it.each(["By the river they met", "By 2020 all was over", "BY ORDER of the court, and so on and on."])(
    "sees no author in “%s”",
    (line) => {
      expect(proposeFromText(`${line}\n\nMore text.`).byline).toBeNull();
    },
  );

  it.each([
    [
      "Le ministre est arrivé dimanche dans la capitale, où il devait rencontrer le président et des députés.",
      "fr",
    ],
    ["Der Minister ist am Sonntag in der Hauptstadt angekommen, wo er den Präsidenten treffen sollte.", "de"],
    ["Министр прибыл в столицу в воскресенье, где должен был встретиться с президентом страны.", "ru"],
  ])("tells the language of “%s”", (text, language) => {
    expect(proposeFromText(text).language?.value).toBe(language);
  });
});

describe("a dateline", () => {
  it.each([
    ["SEOUL (Reuters) -The envoy", "SEOUL", "Reuters"],
    ["LONDON, Jan 29 (Reuters) – The envoy", "LONDON", "Reuters"],
    ["SEOUL, South Korea (AP) — The envoy", "SEOUL, South Korea", "Associated Press"],
    ["SÃO PAULO (AFP) - The envoy", "SÃO PAULO", "Agence France-Presse"],
    ["ST. JOHN'S, Newfoundland (CP) -- The envoy", "ST. JOHN'S, Newfoundland", "CP"],
    ["(Reuters) - The envoy", null, "Reuters"],
    ["PARIS — The envoy", "PARIS", null],
    ["KYIV, Ukraine — The envoy", "KYIV, Ukraine", null],
  ])("opens “%s”", (paragraph, place, agency) => {
    expect(parseDateline(paragraph)).toMatchObject({ place, agency });
  });

  it.each([
    "The envoy (Reuters) - said",
    "NATO is concerned",
    "SEOUL (reuters)",
    "© Reuters. FILE PHOTO",
    "I - said he",
    "A well-known man",
  ])("does not open “%s”", (paragraph) => {
    expect(parseDateline(paragraph)).toBeNull();
  });

  it("is looked for in linear time", () => {
    const started = performance.now();
    for (const piece of ["A", "A ", "A, ", "(A ", "A-"]) parseDateline(piece.repeat(100_000));
    for (const piece of ["By A ", "© A", "1 ", "Jan "]) proposeFromText(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
