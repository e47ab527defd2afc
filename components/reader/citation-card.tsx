import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import type { DatasetIndex } from "@/core/record/dataset-index";
import { isInText } from "@/core/record/in-text";
import type { CitationReading, Reading } from "@/core/record/reading";
import { toCitationText } from "@/core/text/cite";
import { toTextFragmentUrl } from "@/core/text/text-fragment";
import { whenToWords } from "@/core/time/when-words";
import { dayToWords } from "@/core/time/words";
import { BrokenNote, toEarlierText } from "./broken-note";
import styles from "./citation-card.module.css";
import { Quotation, SourceText } from "./quotation";

type Props = {
  readonly cited: CitationReading;
  readonly reading: Reading;
  readonly index: DatasetIndex;
  /** Of all the event's passages, newest publication first, counted from 1. */
  readonly position: number;
  readonly level: 2 | 3;
};

/** One passage: who published it and when, its words in their context, and what it says of the event. */
export function CitationCard({ cited, reading, index, position, level }: Props) {
  const { citation, passage, source, disagrees } = cited;
  const { slug } = index.dataset.dossier;
  const Heading = level === 2 ? "h2" : "h3";
  const text = { source, passage, index, eventId: reading.event.id };
  return (
    <section className={styles.card} data-disagrees={disagrees !== null} aria-label={`Passage ${position}`}>
      <header className={styles.header}>
        <Heading className={styles.publisher}>{source.publisher}</Heading>
        <p className={styles.byline}>
          {source.byline && `${source.byline} · `}
          <time dateTime={source.publishedOn}>{dayToWords(source.publishedOn, "medium")}</time>
        </p>
        <p className={styles.position}>
          passage {position} of {reading.citations.length}
        </p>
      </header>
      <Quotation {...text} />
      {!isInText(passage, source) && (
        <BrokenNote passage={passage} href={toEarlierText(slug, source, passage)} />
      )}
      <p className={styles.says}>
        <span className={styles.assertion}>{citation.assertion}</span>
        {citation.speaker && <span>, according to {citation.speaker}</span>}
        {citation.when && (
          <span>
            {" "}
            · {citation.timeWords && `“${citation.timeWords}” → `}
            {whenToWords(citation.when)} <code className={styles.machine}>{citation.when.edtf}</code>
          </span>
        )}
        {citation.timeRule && <span className={styles.rule}> {citation.timeRule}</span>}
      </p>
      {disagrees !== null && (
        <p className={styles.disagrees}>
          <Icon name="warning" /> <b>disagrees</b>{" "}
          {disagrees === "date" && reading.when
            ? `on the date: this event is read as ${whenToWords(reading.when)}`
            : "with what other passages say happened"}
        </p>
      )}
      <details className={styles.context} hidden={!isInText(passage, source)}>
        <summary>Read in context</summary>
        <p className={styles.document}>
          <a href={`/d/${slug}/s/${source.slug}`}>{source.title}</a>
          {source.coverage === "excerpts" && " (excerpts: only quoted sentences are stored)"}
        </p>
        <SourceText {...text} />
      </details>
      <footer className={styles.footer}>
        {source.url ? (
          <a
            href={toTextFragmentUrl(source.url, passage.exact, passage.prefix, passage.suffix)}
            target="_blank"
            rel="noreferrer"
          >
            Open the original at this passage <Icon name="open" />
          </a>
        ) : (
          <span>No link to the original is stored</span>
        )}
        <CopyButton text={toCitationText(source, passage)} label="Copy citation" />
      </footer>
    </section>
  );
}
