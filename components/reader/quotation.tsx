import { Fragment } from "react";
import type { DatasetIndex } from "@/core/record/dataset-index";
import { isInText, toPassagesInText } from "@/core/record/in-text";
import type { DossierEvent, Id, Passage, Source } from "@/core/record/record";
import { toParagraph } from "@/core/text/paragraph";
import { layOutSegments, type Segment } from "@/core/text/segments";
import styles from "./quotation.module.css";

type Props = {
  readonly source: Source;
  readonly passage: Passage;
  readonly index: DatasetIndex;
  /** The event that is read: its own passage is no way to another event. */
  readonly eventId: Id | null;
};

/**
 * The passage in the paragraph around it; its exact words are one mark, other passages lead to their events. Of one that
 * quotes an earlier text only what was kept with it is known.
 */
export function Quotation({ source, passage, index, eventId }: Props) {
  if (!isInText(passage, source)) {
    return (
      <blockquote className={styles.quotation} lang={source.language} dir="auto">
        {passage.prefix.replace(/^\S*(?=\s)/u, "…")}
        <mark className={styles.exact}>{passage.exact}</mark>
        {passage.suffix.replace(/(?<=\s)\S*$/u, "…")}
      </blockquote>
    );
  }
  const { start, end } = toParagraph(source.text, passage.start, passage.end);
  // The paragraph's edges are cuts too, so that no run reaches beyond it.
  const paragraph: Passage = { ...passage, id: "paragraph", start, end };
  const segments = layOutSegments(source.text, [
    paragraph,
    ...toPassagesInText(index.dataset.passages, source),
  ]);
  const run = (from: number, to: number) =>
    segments
      .filter((segment) => segment.start >= from && segment.end <= to)
      .map((segment) => (
        <Run key={segment.start} segment={segment} index={index} eventId={eventId} own={passage} />
      ));
  return (
    <blockquote className={styles.quotation} lang={source.language} dir="auto" cite={source.url ?? undefined}>
      {run(start, passage.start)}
      <mark className={styles.exact}>{run(passage.start, passage.end)}</mark>
      {run(passage.end, end)}
    </blockquote>
  );
}

/** The whole stored text with every passage in it; the one that is read stands out. */
export function SourceText({
  source,
  passage,
  index,
  eventId,
}: Omit<Props, "passage"> & { passage: Passage | null }) {
  const segments = layOutSegments(source.text, toPassagesInText(index.dataset.passages, source));
  return (
    <div className={styles.text} lang={source.language} dir="auto">
      {segments.map((segment) => (
        <Run key={segment.start} segment={segment} index={index} eventId={eventId} own={passage} isDocument />
      ))}
    </div>
  );
}

type RunProps = {
  readonly segment: Segment<Passage>;
  readonly index: DatasetIndex;
  readonly eventId: Id | null;
  readonly own: Passage | null;
  readonly isDocument?: boolean;
};

function Run({ segment, index, eventId, own, isDocument = false }: RunProps) {
  // Of nested passages the narrowest says the most of where it stands.
  const narrowest = segment.passages.findLast(({ id }) => otherEvent(id, index, eventId) !== null);
  const target = narrowest ? otherEvent(narrowest.id, index, eventId) : null;
  const isOwn = own !== null && segment.passages.some(({ id }) => id === own.id);
  if (!target) {
    if (isDocument && isOwn) return <span className={styles.here}>{segment.text}</span>;
    return <Fragment>{segment.text}</Fragment>;
  }
  return (
    <a
      className={isDocument && isOwn ? `${styles.other} ${styles.here}` : styles.other}
      href={`/d/${index.dataset.dossier.slug}/e/${target.slug}`}
      data-event={target.slug}
      data-passage={narrowest?.id}
      title={target.title}
    >
      {segment.text}
    </a>
  );
}

function otherEvent(passageId: Id, index: DatasetIndex, eventId: Id | null): DossierEvent | null {
  const events = index.eventsOfPassage.get(passageId) ?? [];
  if (events.some(({ id }) => id === eventId)) return null;
  return events[0] ?? null;
}
