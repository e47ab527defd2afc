import type { ReactNode } from "react";
import type { DatasetIndex } from "@/core/record/dataset-index";
import { isInText } from "@/core/record/in-text";
import type { Passage, Source } from "@/core/record/record";
import { toEarlierText } from "./broken-note";
import styles from "./broken-passages.module.css";

type Props = {
  readonly source: Source;
  readonly index: DatasetIndex;
  /** What can be done about one; absent where nothing may be changed. */
  readonly toActions?: (passage: Passage) => ReactNode;
};

/** The passages of a source that events cite, and that its text does not hold any more. */
export function BrokenPassages({ source, index, toActions }: Props) {
  const broken = toBrokenPassages(source, index);
  if (broken.length === 0) return null;
  const { slug } = index.dataset.dossier;
  return (
    <section className={styles.broken} aria-label="Not in the current text">
      <h2>Not in the current text</h2>
      <p>The source has had another text since these words were cited from it.</p>
      <ul>
        {broken.map((passage) => {
          const earlier = toEarlierText(slug, source, passage);
          return (
            <li key={passage.id}>
              <q lang={source.language} dir="auto">
                {passage.exact}
              </q>
              <p className={styles.cited}>
                {(index.eventsOfPassage.get(passage.id) ?? []).map((event) => (
                  <a key={event.id} href={`/d/${slug}/e/${event.slug}`}>
                    {event.title}
                  </a>
                ))}
                {passage.isKept && <span>Cited from the earlier text on purpose.</span>}
                {earlier !== null && <a href={earlier}>Read the earlier text</a>}
              </p>
              {toActions?.(passage)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Those that events cite. */
export function toBrokenPassages(source: Source, { dataset, eventsOfPassage }: DatasetIndex): Passage[] {
  return dataset.passages.filter(
    (passage) =>
      passage.sourceId === source.id &&
      !isInText(passage, source) &&
      (eventsOfPassage.get(passage.id) ?? []).length > 0,
  );
}
