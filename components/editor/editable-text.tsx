import { memo, type RefObject } from "react";
import { Icon } from "@/components/ui/icon";
import type { DatasetIndex } from "@/core/record/dataset-index";
import { toPassagesInText } from "@/core/record/in-text";
import type { Source } from "@/core/record/record";
import type { SelectedQuote } from "@/core/text/selected-quote";
import type { Sentence } from "@/core/text/sentences";
import styles from "./editable-text.module.css";
import { layOutText, type TextRun } from "./lay-out-text";

type Props = {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly source: Source;
  readonly index: DatasetIndex;
  /** The words that the form is about: they stay marked while the hand is in the form. */
  readonly chosen: SelectedQuote | null;
  /** `null` while there is no script that would hear it. */
  readonly onSentence: ((sentence: Sentence) => void) | null;
};

/** The whole text of a source, to select from; each sentence has a button for hands that cannot drag. */
export const EditableText = memo(function EditableText({ ref, source, index, chosen, onSentence }: Props) {
  const passages = toPassagesInText(index.dataset.passages, source);
  return (
    <div ref={ref} className={styles.text} lang={source.language} dir="auto" data-testid="source-text">
      {layOutText(source, passages, chosen).map(({ sentence, runs }) => {
        const drawn = runs.map((run) => <Run key={run.index} run={run} index={index} />);
        if (sentence === null) return drawn;
        return (
          <span key={`sentence ${sentence.start}`} className={styles.sentence}>
            {drawn}
            {onSentence !== null && (
              <button type="button" className={styles.pick} onClick={() => onSentence(sentence)}>
                <Icon name="quote" label={`Select: ${toBeginning(source.text, sentence)}`} />
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
});

function Run({ run, index }: { run: TextRun; index: DatasetIndex }) {
  const className = run.isChosen ? styles.chosen : undefined;
  // Of nested passages the narrowest says the most of where it stands.
  const events = run.passages.map(({ id }) => index.eventsOfPassage.get(id)?.[0]);
  const event = events.findLast((one) => one !== undefined);
  if (!event) {
    return (
      <span className={className} data-index={run.index}>
        {run.text}
      </span>
    );
  }
  return (
    <a
      className={`${styles.cited} ${className ?? ""}`}
      href={`/d/${index.dataset.dossier.slug}/e/${event.slug}`}
      title={event.title}
      // A drag that begins on it selects.
      draggable={false}
      data-index={run.index}
    >
      {run.text}
    </a>
  );
}

const FEW_WORDS = 6;

function toBeginning(text: string, { start, end }: Sentence): string {
  const words = text.slice(start, end).split(/\s+/u);
  return words.length <= FEW_WORDS ? words.join(" ") : `${words.slice(0, FEW_WORDS).join(" ")} …`;
}
