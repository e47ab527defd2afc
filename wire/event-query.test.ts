import { describe, expect, it } from "vitest";
import type { Zone } from "@/core/time/zone";
import { parseEventQuery } from "./event-query";

const parse = (query: string) => parseEventQuery(new URLSearchParams(query), "Asia/Seoul" as Zone);

describe("parseEventQuery", () => {
  it("lets everything through when nothing is asked", () => {
    expect(parse("")).toEqual({
      from: null,
      to: null,
      bbox: null,
      q: null,
      cat: [],
      actor: [],
      place: [],
      source: [],
      status: [],
      reportedBy: null,
      cursor: null,
      limit: 50,
    });
  });

  it("reads days in the dossier's zone, the last one in full", () => {
    expect(parse("from=2023-01-15&to=2023-02-03")).toMatchObject({
      from: Date.UTC(2023, 0, 14, 15),
      to: Date.UTC(2023, 1, 3, 15),
    });
  });

  it("reads lists by commas and by repetition, and a box", () => {
    expect(
      parse("cat=military,other&cat=statement&bbox=170,-50,-170,-10.5&status=planned&limit=200"),
    ).toMatchObject({
      cat: ["military", "other", "statement"],
      bbox: { west: 170, south: -50, east: -170, north: -10.5 },
      status: ["planned"],
      limit: 200,
    });
  });

  it.each([
    ["an unknown name", "frm=2023-01-01", ["frm"]],
    ["a pollution", "__proto__=1&constructor=2", ["__proto__", "constructor"]],
    ["a broken day", "from=2023-02-29", ["from"]],
    ["a window the wrong way round", "from=2023-02-03&to=2023-01-15", ["to"]],
    ["a category", "cat=war", ["cat"]],
    ["a status", "status=happened", ["status"]],
    ["a slug", "actor=A%20B", ["actor"]],
    ["a box of three", "bbox=1,2,3", ["bbox"]],
    ["a box off the globe", "bbox=-181,0,0,1", ["bbox"]],
    ["a box upside down", "bbox=0,10,1,5", ["bbox"]],
    ["a box of words", "bbox=a,b,c,d", ["bbox"]],
    ["a limit of none", "limit=0", ["limit"]],
    ["a limit beyond the most", "limit=201", ["limit"]],
    ["a limit in words", "limit=1e9", ["limit"]],
    ["an empty search", "q=%20", ["q"]],
    ["a NUL", "q=a%00b", ["q"]],
    ["a cursor of somebody else", "cursor=abc", ["cursor"]],
    ["a day that is none", "as=yesterday", ["as"]],
    ["a day given twice", "as=2023-01-01&as=2023-01-02", ["as"]],
    ["all at once", "from=x&zzz=1&limit=x&cat=war", ["cat", "from", "limit", "zzz"]],
  ])("refuses %s", (_, query, parameters) => {
    const faults = parse(query);
    if (!Array.isArray(faults)) throw new Error("Expected faults.");
    expect([...new Set(faults.map(({ parameter }) => parameter))].toSorted()).toEqual(parameters);
  });
});
