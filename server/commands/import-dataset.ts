import type { Format, FormatName } from "@/core/import/format";
import type { Mapping } from "@/core/import/mapping";
import type { ImportCounts, ImportReport } from "../import/import-report";
import { openRows } from "../import/read-rows";
import { RejectsFile } from "../import/rejects-file";
import { toShortDigest } from "../import/slugs";
import { toStem } from "../import/to-stem";
import { type ImportOrder, importRows } from "./import-rows";

/** What is asked of the import of a file. */
export type FileOrder = Omit<ImportOrder, "dossier" | "dataset" | "format"> & {
  readonly path: string;
  /** `null` is the one that the file shows to be in. */
  readonly format: FormatName | null;
  readonly mapping: Mapping | null;
  /** Of the dossier, should it be new; `null` is the file's name. */
  readonly dossier: { readonly slug: string; readonly title: string | null };
  /** By what name rows are known again; `null` is the format's where its ids are worldwide, else the file's. */
  readonly dataset: string | null;
  /** Of rows that name none; `null` is the file's name. */
  readonly publisher: string | null;
  /** BCP 47; of rows that name none. */
  readonly language: string;
  /** Where rejected rows are written, if bad ones are left out. */
  readonly rejectsPath: string | null;
};

export type FileReport = ImportReport & {
  readonly format: FormatName;
  readonly formatTitle: string;
  /** What must be known of the licence of the rows. */
  readonly notice: string | null;
  readonly rejectsPath: string | null;
};

export type FileHooks = {
  readonly onProgress?: (counts: Readonly<ImportCounts>, bytesRead: number, size: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Imports a file into a dossier, whole or not at all. Throws a FileRefusal if the file cannot be read; what is wrong
 * with single rows is in the report.
 */
export async function importDataset(
  url: string,
  order: FileOrder,
  hooks: FileHooks = {},
): Promise<FileReport> {
  const stem = toStem(order.fileName);
  const options = {
    digest: toShortDigest,
    publisher: order.publisher ?? stem,
    language: order.language,
    mapping: order.mapping,
  };
  const rejects = order.skipsBad && order.rejectsPath !== null ? new RejectsFile(order.rejectsPath) : null;
  const file = await openRows(order.path, order.format, options, rejects !== null);
  const { format } = file;
  try {
    const report = await importRows(
      url,
      {
        ...order,
        dossier: {
          slug: order.dossier.slug,
          title: order.dossier.title ?? stem,
          summary: format.notice ?? "",
        },
        dataset: order.dataset ?? toDatasetName(format, stem),
        format: format.name,
      },
      file,
      {
        onProgress: (counts) => hooks.onProgress?.(counts, file.bytesRead(), file.size),
        ...(rejects ? { onRejected: (row) => rejects.add(row) } : {}),
        ...(hooks.signal ? { signal: hooks.signal } : {}),
      },
    );
    const rejectsPath = (await rejects?.close()) ?? null;
    return { ...report, format: format.name, formatTitle: format.title, notice: format.notice, rejectsPath };
  } catch (error) {
    await rejects?.discard();
    throw error;
  } finally {
    file.close();
  }
}

// Of these, a row's id is the same in every file.
const WORLDWIDE: readonly FormatName[] = ["ucdp", "acled"];

function toDatasetName({ name }: Format, stem: string): string {
  return WORLDWIDE.includes(name) ? name : `${name}: ${stem}`.slice(0, LONGEST_DATASET);
}

const LONGEST_DATASET = 200;
