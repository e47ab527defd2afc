import type { FieldChange } from "@/core/record/difference";
import styles from "./change-list.module.css";

/** What was before and after, field by field. */
export function DifferenceList({ differences }: { differences: readonly FieldChange[] }) {
  if (differences.length === 0) return null;
  return (
    <dl className={styles.differences}>
      {differences.map((difference) => (
        <Difference key={JSON.stringify(difference)} difference={difference} />
      ))}
    </dl>
  );
}

function Difference({ difference: { field, of, before, after } }: { difference: FieldChange }) {
  return (
    <div>
      <dt>{FIELD_LABELS[field] ?? field}</dt>
      <dd>
        {of !== null && <q className={styles.of}>{toShort(of)}</q>} {before !== null && <del>{before}</del>}{" "}
        {after !== null && <ins>{after}</ins>}
      </dd>
    </div>
  );
}

const SHORT = 60;

function toShort(quotation: string): string {
  return quotation.length <= SHORT ? quotation : `${quotation.slice(0, quotation.lastIndexOf(" ", SHORT))} …`;
}

const FIELD_LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  summary: "Summary",
  zone: "Time zone",
  category: "Category",
  when: "Date",
  basis: "Date rests on",
  place: "Place",
  placeRule: "Why there",
  isLeg: "Journey",
  origin: "From",
  participations: "Who",
  assertion: "Assertion",
  timeWords: "Words for the date",
  timeRule: "Why then",
  placeWords: "Words for the place",
  speaker: "Speaker",
  publisher: "Publisher",
  byline: "Byline",
  language: "Language",
  url: "Address",
  publishedOn: "Published on",
  retrievedOn: "Retrieved on",
  coverage: "Coverage",
  publishes: "Readers see",
  text: "Text",
  keptTo: "Stays with",
};
