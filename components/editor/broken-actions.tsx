import type { Passage, Source } from "@/core/record/record";
import { type Suggestion, suggestAnchors } from "@/core/text/anchor";
import styles from "./broken-actions.module.css";
import form from "./form.module.css";

type Props = {
  readonly source: Source;
  readonly passage: Passage;
  /** Whether words for it are being selected in the text. */
  readonly isAnchoring: boolean;
  readonly onShow: (suggestion: Suggestion) => void;
  readonly onAnchor: () => void;
  readonly onCancel: () => void;
  readonly onKeep: () => void;
};

/** What somebody can decide about a passage that is not in its source's text: suggestions are shown, never taken. */
export function BrokenActions(props: Props) {
  const { source, passage, isAnchoring, onShow, onAnchor, onCancel, onKeep } = props;
  if (!isAnchoring) {
    return (
      <div className={styles.actions}>
        <button type="button" className={form.plain} onClick={onAnchor}>
          Anchor to other words…
        </button>
        {!passage.isKept && (
          <button type="button" className={form.plain} onClick={onKeep}>
            Keep to the earlier text
          </button>
        )}
      </div>
    );
  }
  const suggestions = suggestAnchors(source, passage);
  return (
    <div className={styles.anchoring}>
      <p role="status">
        Select the words in the text below that say it now.
        {suggestions.length > 0 && " These may be meant:"}
      </p>
      {suggestions.map((suggestion) => (
        <button
          key={suggestion.start}
          type="button"
          className={styles.suggestion}
          onClick={() => onShow(suggestion)}
        >
          {suggestion.exact}
        </button>
      ))}
      <button type="button" className={form.link} onClick={onCancel}>
        Leave it as it is
      </button>
    </div>
  );
}
