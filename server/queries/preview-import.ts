import { proposeMapping } from "@/core/import/propose-mapping";
import type { Day } from "@/core/time/day";
import { whenToWords } from "@/core/time/when-words";
import { UTC, type Zone } from "@/core/time/zone";
import type { ReadingRequest, WirePreview, WirePreviewRow } from "@/wire/import";
import { type PreparedRow, prepareRow, type RowSetting } from "../import/prepare-row";
import { openRows } from "../import/read-rows";
import { toShortDigest } from "../import/slugs";
import { toStem } from "../import/to-stem";

const MOST_ROWS = 10;

/** Reads the first rows of a file and says what they would become. Throws a FileRefusal if it cannot be read. */
export async function previewImport(
  path: string,
  name: string,
  request: ReadingRequest,
  today: Day,
): Promise<WirePreview> {
  const { mapping, zone, published } = request;
  const options = {
    digest: toShortDigest,
    publisher: request.publisher ?? toStem(name),
    language: request.language ?? "und",
    mapping,
  };
  const file = await openRows(path, request.format, options, false);
  const setting: RowSetting = { zone: (zone ?? UTC) as Zone, published: published as Day | null, today };
  try {
    const rows: WirePreviewRow[] = [];
    for await (const { result } of file.rows) {
      if ("faults" in result) rows.push({ line: result.faults[0]?.line ?? 0, faults: result.faults });
      else rows.push(toPreviewRow(result.row.line, prepareRow(result.row, setting)));
      if (rows.length === MOST_ROWS) break;
    }
    const { format, header } = file;
    const { name: formatName, title: formatTitle, notice } = format;
    const read = formatName === "csv" && header !== null ? (mapping ?? proposeMapping(header)) : null;
    return { format: formatName, formatTitle, notice, header, mapping: read, rows };
  } finally {
    file.close();
  }
}

function toPreviewRow(line: number, prepared: ReturnType<typeof prepareRow>): WirePreviewRow {
  return "row" in prepared ? { line, event: toEvent(prepared) } : { line, faults: prepared };
}

function toEvent({ row, when, publishedOn, exact }: PreparedRow) {
  const { title, category, assertion, place, actors, source } = row;
  return {
    title,
    category,
    assertion,
    date: when && whenToWords(when),
    place: place?.name ?? null,
    actors: actors.map(({ name }) => name),
    source: `${source.title}, ${source.publisher}, ${publishedOn}`,
    passage: exact,
  };
}
