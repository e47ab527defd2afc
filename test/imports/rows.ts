import type { ImportRow } from "@/core/import/import-row";
import type { Day } from "@/core/time/day";
import type { ImportOrder } from "@/server/commands/import-rows";
import type { ReadRow } from "@/server/import/read-rows";

/** A row about a day in Damascus, but for what is said otherwise. */
export function toRow(key: string, said: Partial<ImportRow> = {}): ImportRow {
  const title = said.title ?? `Clashes ${key}`;
  const text = `id: ${key}\nheadline: ${title} in Damascus on 3 May\ncountry: Syria`;
  const start = text.indexOf(title);
  return {
    key,
    line: Number(key) + 1,
    title,
    category: "military",
    edtf: "2019-05-03",
    place: {
      name: "Damascus",
      lon: 36.3,
      lat: 33.5,
      precision: "city",
      radiusKm: null,
      countryCode: "SY",
      zone: null,
    },
    actors: [{ name: "Government of Syria", kind: "state", role: "side A" }],
    assertion: "occurred",
    source: {
      title: `Report ${key}`,
      publisher: "Test Press",
      byline: null,
      url: null,
      language: "en",
      publishedOn: "2019-05-04",
    },
    text,
    start,
    end: text.indexOf("\ncountry"),
    timeWords: "3 May",
    ...said,
  };
}

/** A file of these rows. */
export function toFile(rows: Iterable<ImportRow | ReadRow>) {
  async function* read(): AsyncGenerator<ReadRow> {
    for (const row of rows) yield "result" in row ? row : { result: { row }, raw: null };
  }
  return { rows: read(), sha256: () => "0".repeat(64) };
}

export function toOrder(slug: string, said: Partial<ImportOrder> = {}): ImportOrder {
  return {
    dossier: { slug, title: `Dossier ${slug}`, summary: "" },
    dataset: "test",
    format: "csv",
    fileName: "test.csv",
    author: "A test",
    zone: null,
    published: null,
    today: "2024-01-31" as Day,
    skipsBad: false,
    isDryRun: false,
    ...said,
  };
}
