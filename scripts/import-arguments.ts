import { basename } from "node:path";
import { parseArgs } from "node:util";
import { DATE_ORDERS, type DateOrder } from "@/core/import/date-cell";
import type { FormatName } from "@/core/import/format";
import { FORMATS } from "@/core/import/formats";
import { FIELDS, type Field, type Mapping } from "@/core/import/mapping";
import { isSlug } from "@/core/record/limits";
import { ACTOR_KINDS, type ActorKind } from "@/core/record/vocabulary";
import { type Day, parseDay } from "@/core/time/day";
import { parseZone } from "@/core/time/zone";
import type { FileOrder } from "@/server/commands/import-dataset";

export const USAGE = `npm run import -- FILE --dossier SLUG [options]

  FILE                  CSV, GeoJSON or TimelineJS JSON, plain or packed by gzip; docs/import.md has the formats
  --dossier SLUG        the dossier to add to; made if there is none
  --title TEXT          of a new dossier; else the file's name
  --format NAME         ${FORMATS.map(({ name }) => name).join(", ")}; else what the file shows to be
  --dataset NAME        by what name rows are known again in the next file; else the file's name
  --zone ZONE           the time zone of rows without a place, such as Europe/Oslo; else the dossier's, or UTC
  --published DAY       of rows that say nothing of their publication, YYYY-MM-DD; else today
  --publisher TEXT      of rows that name none; else the file's name
  --language TAG        of rows that name none, such as en or pt-BR; else und, undetermined
  --map FIELD=COLUMN    which column of a CSV holds what, once for each: ${FIELDS.slice(0, 6).join(", ")} …;
                        also order=dmy or order=mdy, actor-kind=person, key-within=COLUMN
  --skip-bad            leave bad rows out, and write them to FILE.rejects.csv; else one of them refuses the file
  --dry-run             read and compare, write nothing
`;

/** Reads the command line; throws an ArgumentError that says in a sentence what is wrong. */
export function parseImportArguments(words: readonly string[], today: Day): FileOrder {
  const { values, positionals } = parse(words);
  const [path, ...rest] = positionals;
  if (path === undefined) throw new ArgumentError("Which file?");
  if (rest.length > 0) throw new ArgumentError(`One file at a time, not also “${rest.join("” and “")}”.`);
  const { dossier, title, dataset, publisher, language = "und" } = values;
  if (dossier === undefined) throw new ArgumentError("Into which dossier? --dossier SLUG says so.");
  if (!isSlug(dossier)) {
    throw new ArgumentError(`--dossier ${dossier}: a slug is lower-case words joined by hyphens.`);
  }
  return {
    path,
    fileName: basename(path),
    dossier: { slug: dossier, title: title ?? null },
    format: toFormat(values.format),
    dataset: dataset ?? null,
    publisher: publisher ?? null,
    language,
    mapping: toMapping(values.map ?? []),
    zone: values.zone === undefined ? null : toKnown("--zone", values.zone, parseZone, "no time zone"),
    published:
      values.published === undefined
        ? null
        : toKnown("--published", values.published, parseDay, "no day YYYY-MM-DD"),
    today,
    author: "Import",
    skipsBad: values["skip-bad"] ?? false,
    isDryRun: values["dry-run"] ?? false,
    rejectsPath: `${path}.rejects.csv`,
  };
}

export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        dossier: { type: "string" },
        title: { type: "string" },
        format: { type: "string" },
        dataset: { type: "string" },
        zone: { type: "string" },
        published: { type: "string" },
        publisher: { type: "string" },
        language: { type: "string" },
        map: { type: "string", multiple: true },
        "skip-bad": { type: "boolean" },
        "dry-run": { type: "boolean" },
      },
    });
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function toKnown<T>(option: string, text: string, read: (text: string) => T | null, fault: string): T {
  const value = read(text);
  if (value === null) throw new ArgumentError(`${option} ${text}: there is ${fault} of this name.`);
  return value;
}

function toFormat(name: string | undefined): FormatName | null {
  if (name === undefined) return null;
  const format = FORMATS.find((known) => known.name === name);
  if (!format) {
    throw new ArgumentError(`--format ${name}: known are ${FORMATS.map((known) => known.name).join(", ")}.`);
  }
  return format.name;
}

function toMapping(pairs: readonly string[]): Mapping | null {
  if (pairs.length === 0) return null;
  const columns: Partial<Record<Field, string>> = {};
  let keyWithin: string | null = null;
  let dateOrder: DateOrder | null = null;
  let actorKind: ActorKind = "organisation";
  for (const pair of pairs) {
    const [name = "", ...rest] = pair.split("=");
    const value = rest.join("=");
    const field = FIELDS.find((known) => known === name);
    if (value === "") throw new ArgumentError(`--map ${pair}: expected FIELD=COLUMN.`);
    if (field !== undefined) columns[field] = value;
    else if (name === "key-within") keyWithin = value;
    else if (name === "order") dateOrder = toMember(pair, DATE_ORDERS, value);
    else if (name === "actor-kind") actorKind = toMember(pair, ACTOR_KINDS, value);
    else throw new ArgumentError(`--map ${pair}: the fields are ${FIELDS.join(", ")}.`);
  }
  return { columns, ...(keyWithin === null ? {} : { keyWithin }), dateOrder, actorKind };
}

function toMember<T extends string>(pair: string, known: readonly T[], value: string): T {
  const member = known.find((one) => one === value);
  if (member === undefined) throw new ArgumentError(`--map ${pair}: known are ${known.join(", ")}.`);
  return member;
}
