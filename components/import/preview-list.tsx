import { CATEGORY_LABELS, STATUS_LABELS } from "@/components/ui/labels";
import type { WirePreview, WirePreviewEvent } from "@/wire/import";
import { FaultList } from "./fault-list";
import styles from "./import.module.css";

/** The first rows of a file, as the events that they would become. */
export function PreviewList({ preview: { rows } }: { readonly preview: WirePreview }) {
  return (
    <ol className={styles.preview} aria-label="The first rows">
      {rows.map((row) => (
        <li key={row.line} className={styles.row}>
          {"event" in row ? <PreviewEvent event={row.event} /> : <FaultList faults={row.faults} />}
        </li>
      ))}
    </ol>
  );
}

function PreviewEvent({ event }: { readonly event: WirePreviewEvent }) {
  const { title, category, assertion, date, place, actors, source, passage } = event;
  const facts = [
    date ?? "undated",
    place ?? "no place",
    CATEGORY_LABELS[category],
    STATUS_LABELS[assertion],
    ...actors,
  ];
  return (
    <>
      <h3 dir="auto">{title}</h3>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      <blockquote dir="auto">{passage}</blockquote>
      <p className={styles.facts} dir="auto">
        {source}
      </p>
    </>
  );
}
