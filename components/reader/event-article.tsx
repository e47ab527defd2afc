import { StatusGlyph } from "@/components/map/status-glyph";
import { CATEGORY_LABELS, STATUS_LABELS } from "@/components/ui/labels";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { Reading } from "@/core/record/reading";
import type { Id } from "@/core/record/record";
import { whenToWords } from "@/core/time/when-words";
import { CitationCard } from "./citation-card";
import { Disagreement } from "./disagreement";
import styles from "./event-article.module.css";
import { EventFacts } from "./event-facts";

type Props = {
  readonly reading: Reading;
  readonly index: DatasetIndex;
  /** 1 on the event's own page, 2 in the dashboard. */
  readonly level: 1 | 2;
  /** The passage that is asked for: it comes first. */
  readonly passageId?: Id | null;
};

/** An event as its sources tell it: what, when, where, who, and the sentences that say so. */
export function EventArticle({ reading, index, level, passageId = null }: Props) {
  const { event, status, when, citations } = reading;
  const below = level === 1 ? 2 : 3;
  const Title = level === 1 ? "h1" : "h2";
  const place = event.placeId === null ? null : index.places.get(event.placeId);
  const ordered = [
    ...citations.filter(({ passage }) => passage.id === passageId),
    ...citations.filter(({ passage }) => passage.id !== passageId),
  ];
  return (
    <article className={styles.article} data-category={event.category}>
      <p className={styles.tags}>
        <span className={styles.tag} data-category={event.category}>
          {CATEGORY_LABELS[event.category]}
        </span>
        <span className={styles.status}>
          <span className={styles.glyph}>
            <StatusGlyph status={status} category={event.category} />
          </span>
          {STATUS_LABELS[status]}
        </span>
      </p>
      <Title className={styles.title}>{event.title}</Title>
      <p className={styles.when}>
        <b>{when ? whenToWords(when) : "Undated"}</b>
        {place ? ` · ${place.name}` : ""}
        {when && <code className={styles.machine}>{when.edtf}</code>}
      </p>
      <EventFacts reading={reading} index={index} />
      <Disagreement reading={reading} level={below} />
      <div className={styles.citations}>
        {ordered.map((cited) => (
          <CitationCard
            key={cited.citation.id}
            cited={cited}
            reading={reading}
            index={index}
            position={citations.indexOf(cited) + 1}
            level={below}
          />
        ))}
      </div>
    </article>
  );
}
