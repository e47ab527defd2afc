import { DATE_ORDERS } from "@/core/import/date-cell";
import type { Format } from "@/core/import/format";
import { FIELDS, type Field, type Mapping } from "@/core/import/mapping";
import type { ReadingRequest, WirePreview } from "@/wire/import";
import styles from "./import.module.css";

export type FormatChoice = Pick<Format, "name" | "title" | "kind">;

type Props = {
  readonly formats: readonly FormatChoice[];
  readonly preview: WirePreview;
  readonly reading: ReadingRequest;
  readonly onChange: (reading: ReadingRequest) => void;
  readonly isDisabled: boolean;
};

/** How the file is read: its format, what its columns mean, and what its rows leave unsaid. */
export function ReadingFields({ formats, preview, reading, onChange, isDisabled }: Props) {
  const { header, mapping } = preview;
  const shown = formats.find(({ name }) => name === preview.format);
  return (
    <>
      <div className={styles.fields}>
        <label>
          <span>Format</span>
          <select
            value={preview.format}
            disabled={isDisabled}
            onChange={({ target }) => {
              const format = formats.find(({ name }) => name === target.value);
              if (format) onChange({ ...reading, format: format.name, mapping: null });
            }}
          >
            {formats
              .filter(({ kind }) => kind === shown?.kind)
              .map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
          </select>
        </label>
      </div>
      {preview.notice !== null && <p className={styles.notice}>{preview.notice}</p>}
      {mapping !== null && header !== null && (
        <MappingFields
          header={header}
          mapping={mapping}
          isDisabled={isDisabled}
          onChange={(changed) => onChange({ ...reading, mapping: changed })}
        />
      )}
      <details className={styles.more}>
        <summary>What rows leave unsaid</summary>
        <div className={styles.fields}>
          {UNSAID.map(({ name, label, hint }) => (
            <label key={name}>
              <span>{label}</span>
              <input
                type="text"
                defaultValue={reading[name] ?? ""}
                placeholder={hint}
                disabled={isDisabled}
                onBlur={({ target }) => {
                  const value = target.value.trim() || null;
                  if (value !== reading[name]) onChange({ ...reading, [name]: value });
                }}
              />
            </label>
          ))}
        </div>
      </details>
    </>
  );
}

const UNSAID = [
  { name: "zone", label: "Time zone of rows without a place", hint: "UTC, or the dossier’s" },
  { name: "published", label: "Day of publication", hint: "today, as YYYY-MM-DD" },
  { name: "publisher", label: "Publisher", hint: "the file’s name" },
  { name: "language", label: "Language", hint: "undetermined; en, pt-BR …" },
] as const;

const FIELD_LABELS: Readonly<Record<Field, string>> = {
  key: "Row’s own id",
  title: "Title",
  category: "Category",
  date: "Date, or begin",
  end: "End",
  place: "Place",
  lon: "Longitude",
  lat: "Latitude",
  place_precision: "Precision of the place",
  radius_km: "Radius, km",
  country: "Country",
  zone: "Time zone",
  actors: "Actors",
  assertion: "Assertion",
  source_title: "Source’s title",
  publisher: "Publisher",
  byline: "Byline",
  url: "Address",
  language: "Language",
  published: "Published on",
  quotation: "Text that reports it",
  time_words: "Words for the time",
};

type MappingProps = {
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly isDisabled: boolean;
  readonly onChange: (mapping: Mapping) => void;
};

// What nearly every table has; the others are shown once they are asked for, or found.
const COMMON: readonly Field[] = ["title", "date", "end", "place", "lon", "lat", "quotation", "key"];

function MappingFields({ header, mapping, isDisabled, onChange }: MappingProps) {
  const columns = [...new Set(header)].filter((column) => column.trim() !== "");
  const shown = FIELDS.filter((field) => COMMON.includes(field) || mapping.columns[field] !== undefined);
  const others = FIELDS.filter((field) => !shown.includes(field));
  const toSelect = (field: Field) => (
    <label key={field}>
      <span>{FIELD_LABELS[field]}</span>
      <select
        value={mapping.columns[field] ?? ""}
        onChange={({ target }) => onChange(withColumn(mapping, field, target.value))}
      >
        <option value="">–</option>
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset className={styles.mapping} disabled={isDisabled}>
      <legend>Which column holds what</legend>
      <div className={styles.fields}>
        {shown.map(toSelect)}
        <label>
          <span>Dates such as 3/4/2022</span>
          <select
            value={mapping.dateOrder ?? ""}
            onChange={({ target }) =>
              onChange({ ...mapping, dateOrder: DATE_ORDERS.find((order) => order === target.value) ?? null })
            }
          >
            <option value="">Refuse them</option>
            <option value="dmy">Day first</option>
            <option value="mdy">Month first</option>
          </select>
        </label>
      </div>
      <details className={styles.more}>
        <summary>More that columns can hold</summary>
        <div className={styles.fields}>{others.map(toSelect)}</div>
      </details>
    </fieldset>
  );
}

function withColumn(mapping: Mapping, field: Field, column: string): Mapping {
  const { [field]: _, ...others } = mapping.columns;
  return { ...mapping, columns: column === "" ? others : { ...others, [field]: column } };
}
