import { LIMITS } from "../record/limits";
import { ASSERTIONS, type Category } from "../record/vocabulary";
import { cellAt, type Indexes } from "./columns";
import { type DateCell, toInterval } from "./date-cell";
import { toFieldPlace } from "./field-place";
import { toFieldSource } from "./field-source";
import type { ReadOptions, RecordReader } from "./format";
import type { ImportActor, RowResult } from "./import-row";
import type { Field } from "./mapping";
import { checkCell, type Faults, noteFault } from "./row-checks";
import { type CellPart, checkWidth, toRowText } from "./row-text";

/** How the cells of a table are read that can be read in more than one way. */
export type FieldRules = {
  readonly parseDate: (cell: string) => DateCell;
  /** `null` is no category that is known. */
  readonly parseCategory: (cell: string) => Category | null;
  readonly toActors: (cell: string) => readonly ImportActor[] | string;
  /** Whether an event without a title is called by its quotation, actors or place. */
  readonly makesTitles: boolean;
};

/** A table whose columns are known by what they hold. */
export type FieldTable = {
  readonly names: readonly string[];
  readonly labels: readonly string[];
  readonly at: Indexes<Field>;
  /** The column within whose values the keys count; -1 is none. */
  readonly keyWithin: number;
};

/** Reads records whose fields stand in the given columns. */
export function toFieldReader(table: FieldTable, rules: FieldRules, options: ReadOptions): RecordReader {
  const { names, labels, at } = table;
  const nameOf = (field: Field): string => names[at[field]] ?? field;

  return (record, line): RowResult => {
    const faults: Faults = { line, found: [] };
    checkWidth(faults, names, record);
    if (faults.found.length > 0) return { faults: faults.found };

    const category = rules.parseCategory(cellAt(record, at.category));
    if (category === null) {
      noteFault(faults, nameOf("category"), cellAt(record, at.category), "There is no such category.");
    }
    const assertionCell = cellAt(record, at.assertion).toLowerCase() || "occurred";
    const assertion = ASSERTIONS.find((known) => known === assertionCell);
    if (!assertion) noteFault(faults, nameOf("assertion"), assertionCell, "There is no such assertion.");

    const edtf = toFieldEdtf(faults, record, at, rules, nameOf);
    const place = toFieldPlace(faults, record, at, nameOf);
    const actors = toCheckedActors(faults, cellAt(record, at.actors), rules, nameOf);
    const title = cellAt(record, at.title) || (rules.makesTitles ? makeTitle(record, at, actors) : "");
    checkCell(faults, nameOf("title"), "The title", title, LIMITS.title);
    const source = toFieldSource(faults, record, at, nameOf, { title, parseDate: rules.parseDate, options });

    const quoted = toQuoted(record, at);
    const { text, start, end } = toRowText(faults, names, labels, record, quoted);
    const timeWords = cellAt(record, at.time_words) || null;
    if (timeWords !== null) {
      checkCell(faults, nameOf("time_words"), "The words of the time", timeWords, LIMITS.note);
      const isQuoted = quoted && record[quoted.column]?.slice(quoted.from, quoted.to).includes(timeWords);
      if (!isQuoted)
        noteFault(faults, nameOf("time_words"), timeWords, "The quotation does not say these words.");
    }
    const key = toKey(record, table) ?? options.digest(toDescription(record, at, title, edtf));
    checkCell(faults, nameOf("key"), "The key", key, LIMITS.name);

    if (faults.found.length > 0 || category === null || !assertion) return { faults: faults.found };
    return {
      row: {
        key,
        line,
        title,
        category,
        edtf,
        place,
        actors,
        assertion,
        source,
        text,
        start,
        end,
        timeWords,
      },
    };
  };
}

function toKey(record: readonly string[], { at, keyWithin }: FieldTable): string | null {
  const key = cellAt(record, at.key);
  const within = cellAt(record, keyWithin);
  if (key === "") return null;
  return within === "" ? key : `${within} ${key}`;
}

// What tells an event without a key from others, and is not likely to be corrected.
function toDescription(
  record: readonly string[],
  at: Indexes<Field>,
  title: string,
  edtf: string | null,
): string {
  const cells = [at.place, at.lon, at.lat, at.country, at.actors].map((column) => cellAt(record, column));
  return JSON.stringify([title, edtf, ...cells]);
}

function toFieldEdtf(
  faults: Faults,
  record: readonly string[],
  at: Indexes<Field>,
  { parseDate }: FieldRules,
  nameOf: (field: Field) => string,
): string | null {
  const beginCell = cellAt(record, at.date);
  const endCell = cellAt(record, at.end);
  if (beginCell === "" && endCell === "") return null;
  // What has only an end has begun at some time before it.
  const begin = beginCell === "" ? { edtf: ".." } : parseDate(beginCell);
  const end = endCell === "" ? null : parseDate(endCell);
  if ("reason" in begin) noteFault(faults, nameOf("date"), beginCell, begin.reason);
  if (end !== null && "reason" in end) noteFault(faults, nameOf("end"), endCell, end.reason);
  if ("reason" in begin || (end !== null && "reason" in end)) return null;
  const both = toInterval(begin.edtf, end?.edtf ?? null);
  if ("edtf" in both) return both.edtf;
  noteFault(faults, nameOf("end"), endCell, both.reason);
  return null;
}

function toCheckedActors(
  faults: Faults,
  cell: string,
  { toActors }: FieldRules,
  nameOf: (field: Field) => string,
): readonly ImportActor[] {
  const actors = toActors(cell);
  if (typeof actors === "string") {
    noteFault(faults, nameOf("actors"), cell, actors);
    return [];
  }
  for (const { name, role } of actors) {
    checkCell(faults, nameOf("actors"), "The name of the actor", name, LIMITS.name);
    if (role !== "") checkCell(faults, nameOf("actors"), "The role of the actor", role, LIMITS.name);
  }
  return actors;
}

function makeTitle(record: readonly string[], at: Indexes<Field>, actors: readonly ImportActor[]): string {
  const quotation = cellAt(record, at.quotation);
  if (quotation !== "" && quotation.length <= LIMITS.title) return quotation;
  const place = cellAt(record, at.place) || cellAt(record, at.country);
  return [...actors.map(({ name }) => name), place].filter((word) => word !== "").join(", ");
}

// Without a quotation the title reports the event; without a title, the whole row.
function toQuoted(record: readonly string[], at: Indexes<Field>): CellPart | null {
  for (const column of [at.quotation, at.title]) {
    if (cellAt(record, column) === "") continue;
    const cell = record[column] ?? "";
    const from = cell.length - cell.trimStart().length;
    return { column, from, to: cell.trimEnd().length };
  }
  return null;
}
