import { ASSERTION_LABELS } from "@/components/ui/labels";
import { LIMITS } from "@/core/record/limits";
import { ASSERTIONS } from "@/core/record/vocabulary";
import type { Zone } from "@/core/time/zone";
import type { CitationDraft } from "./event-draft";
import styles from "./event-form.module.css";
import { Field } from "./field";
import form from "./form.module.css";
import { WhenField } from "./when-field";

type Props = {
  readonly citation: CitationDraft;
  readonly name: string;
  readonly isAlone: boolean;
  /** Whether the event's date rests on it. */
  readonly isBasis: boolean;
  readonly zone: Zone;
  readonly fault: string | undefined;
  readonly toFault: (field: string) => string | undefined;
  readonly onChange: (change: Partial<CitationDraft>) => void;
  readonly onBasis: () => void;
};

/** A passage, and what it says of the event. */
export function CitationFields({ citation, name, isAlone, isBasis, zone, fault, toFault, ...on }: Props) {
  return (
    <section className={styles.passage} aria-label={name}>
      <blockquote className={styles.quote} dir="auto">
        {citation.exact}
      </blockquote>
      {fault !== undefined && <p className={form.fault}>{fault}</p>}
      <fieldset className={form.group}>
        <legend className={form.legend}>It says that this</legend>
        <div className={styles.choices}>
          {ASSERTIONS.map((assertion) => (
            <label key={assertion}>
              <input
                type="radio"
                name={`assertion ${citation.source} ${citation.start} ${citation.end}`}
                checked={citation.assertion === assertion}
                onChange={() => on.onChange({ assertion })}
              />
              <span>{ASSERTION_LABELS[assertion]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <WhenField
        citation={citation}
        zone={zone}
        fault={toFault("when")}
        wordsFault={toFault("timeWords")}
        onChange={on.onChange}
      />
      {!isAlone && (
        <label className={form.check}>
          <input type="radio" name="basis" checked={isBasis} onChange={on.onBasis} />
          The event’s date rests on this passage
        </label>
      )}
      <Field label="Speaker" isOptional fault={toFault("speaker")}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={citation.speaker}
            maxLength={LIMITS.note}
            placeholder="if the passage says who says so"
            autoComplete="off"
            dir="auto"
            onChange={({ target }) => on.onChange({ speaker: target.value })}
          />
        )}
      </Field>
    </section>
  );
}
