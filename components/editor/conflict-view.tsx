import { useLayoutEffect, useRef, useState } from "react";
import styles from "./conflict-view.module.css";
import type { EventDraft } from "./event-draft";
import form from "./form.module.css";
import { mergeDrafts } from "./merge-drafts";

type Props = {
  readonly began: EventDraft;
  readonly mine: EventDraft;
  readonly theirs: EventDraft;
  readonly onDecided: (draft: EventDraft) => void;
  readonly onTakeTheirs: () => void;
};

/** Two changes of one event side by side: what both changed is chosen, what one changed is kept. */
export function ConflictView({ began, mine, theirs, onDecided, onTakeTheirs }: Props) {
  const { draft, clashes, taken } = mergeDrafts(began, mine, theirs);
  const [fromThem, setFromThem] = useState<readonly string[]>([]);
  const root = useRef<HTMLElement>(null);

  // The form whose button was pressed is gone, and so is this one when it is decided: the keys stay in the panel.
  useLayoutEffect(() => {
    const panel = root.current?.closest<HTMLElement>('[role="dialog"]');
    root.current?.focus();
    return () => panel?.focus();
  }, []);

  function decide(): void {
    const chosen = clashes.filter(({ field }) => fromThem.includes(field.name));
    onDecided(chosen.reduce((sum, { field }) => field.take(sum, theirs), draft));
  }

  return (
    <section ref={root} className={form.form} tabIndex={-1} aria-label="Two changes at once">
      <p className={form.notice} role="alert">
        Somebody saved this event while you were changing it. Nothing is lost: choose what stays.
      </p>
      {clashes.map(({ field, mine: here, theirs: there }) => (
        <fieldset key={field.name} className={styles.clash}>
          <legend className={form.legend}>{field.label}</legend>
          {[
            { label: "Yours", words: here, isTheirs: false },
            { label: "Theirs", words: there, isTheirs: true },
          ].map(({ label, words, isTheirs }) => (
            <label key={label}>
              <input
                type="radio"
                name={`clash ${field.name}`}
                checked={fromThem.includes(field.name) === isTheirs}
                onChange={() =>
                  setFromThem(
                    isTheirs ? [...fromThem, field.name] : fromThem.filter((name) => name !== field.name),
                  )
                }
              />
              <b>{label}</b>
              <span className={styles.words}>{words === "" ? "nothing" : words}</span>
            </label>
          ))}
        </fieldset>
      ))}
      {clashes.length === 0 && <p>You changed other parts than they did: both can stay.</p>}
      {taken.length > 0 && (
        <p className={form.hint}>
          Theirs alone, and kept: {taken.map(({ label }) => label.toLocaleLowerCase()).join(", ")}.
        </p>
      )}
      <div className={form.actions}>
        <button type="button" className={form.primary} onClick={decide}>
          Go on with this
        </button>
        <button type="button" className={form.plain} onClick={onTakeTheirs}>
          Drop my changes
        </button>
      </div>
    </section>
  );
}
