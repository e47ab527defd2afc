import { describe, expect, it } from "vitest";
import type { Day } from "@/core/time/day";
import { ArgumentError, parseImportArguments } from "./import-arguments";

const TODAY = "2024-01-31" as Day;
const parse = (line: string) => parseImportArguments(line.split(" "), TODAY);

describe("the words of an import", () => {
  it("need only a file and a dossier", () => {
    expect(parse("some/events.csv --dossier marches")).toMatchObject({
      path: "some/events.csv",
      fileName: "events.csv",
      dossier: { slug: "marches", title: null },
      rejectsPath: "some/events.csv.rejects.csv",
      ...{ format: null, mapping: null, zone: null, published: null, dataset: null, language: "und" },
      ...{ skipsBad: false, isDryRun: false, today: TODAY },
    });
  });

  it("say the rest, in any order", () => {
    const words =
      "--zone Europe/Oslo --skip-bad --published 2020-02-29 x.csv --format csv --dry-run --dossier a";
    const map =
      "--map title=Name --map date=When --map order=dmy --map actor-kind=person --map key-within=List";
    expect(parse(`${words} ${map}`)).toMatchObject({
      ...{ zone: "Europe/Oslo", published: "2020-02-29", format: "csv", skipsBad: true, isDryRun: true },
      mapping: {
        columns: { title: "Name", date: "When" },
        ...{ keyWithin: "List", dateOrder: "dmy", actorKind: "person" },
      },
    });
  });

  it.each([
    ["--dossier a", "Which file?"],
    ["x.csv", "Into which dossier?"],
    ["x.csv y.csv --dossier a", "One file at a time"],
    ["x.csv --dossier A", "a slug is lower-case words"],
    ["x.csv --dossier a --zone Mars", "no time zone of this name"],
    ["x.csv --dossier a --published 2023-02-29", "no day YYYY-MM-DD"],
    ["x.csv --dossier a --format xls", "known are dateline, "],
    ["x.csv --dossier a --map title", "expected FIELD=COLUMN"],
    ["x.csv --dossier a --map colour=Red", "the fields are key, title"],
    ["x.csv --dossier a --map order=ymd", "known are dmy, mdy"],
    ["x.csv --dossier a --nonsense", "nonsense"],
  ])("are refused where they are wrong: %s", (line, reason) => {
    expect(() => parse(line)).toThrow(ArgumentError);
    expect(() => parse(line)).toThrow(reason);
  });
});
