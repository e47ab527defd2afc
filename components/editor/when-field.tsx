import { LIMITS } from "@/core/record/limits";
import { whenToWords } from "@/core/time/when-words";
import type { Zone } from "@/core/time/zone";
import type { CitationDraft } from "./event-draft";
import { Field } from "./field";
import form from "./form.module.css";
import { readDate, readTimeWords } from "./read-date";
import { WhenBar } from "./when-bar";
import styles from "./when-field.module.css";

type Props = {
  readonly citation: CitationDraft;
  readonly zone: Zone;
  readonly fault: string | undefined;
  readonly wordsFault: string | undefined;
  readonly onChange: (change: Partial<CitationDraft>) => void;
};

/** The words that give the date, and the date that they come to, with the reason and how sharp it is. */
export function WhenField({ citation, zone, fault, wordsFault, onChange }: Props) {
  const reading = readDate(citation.date, citation, zone);
  const proposal = readTimeWords(citation, zone);

  // Other words mean another date, unless one was set that the old ones did not mean.
  function changeWords(timeWords: string): void {
    const isFollowing = citation.date === "" || citation.date === proposal?.when.edtf;
    const next = readTimeWords({ ...citation, timeWords }, zone);
    onChange(isFollowing ? { timeWords, date: next?.when.edtf ?? "" } : { timeWords });
  }

  return (
    <div className={form.group} role="group" aria-label="Date">
      <div className={form.row}>
        <Field label="Words for the date" isOptional fault={wordsFault}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={citation.timeWords}
              maxLength={LIMITS.note}
              placeholder="as in the passage"
              autoComplete="off"
              dir="auto"
              onChange={({ target }) => changeWords(target.value)}
            />
          )}
        </Field>
        <Field
          label="Date"
          isOptional
          fault={fault ?? (reading.kind === "unread" ? reading.reason : undefined)}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              value={citation.date}
              maxLength={LIMITS.note}
              placeholder="2023-01-29, 2023, or words"
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => onChange({ date: target.value })}
            />
          )}
        </Field>
      </div>
      <div className={styles.reading} aria-live="polite">
        {reading.kind === "read" ? (
          <>
            <p>
              {reading.words !== null && <>“{reading.words}” → </>}
              <b>{whenToWords(reading.when)}</b> <code>{reading.when.edtf}</code>
              {reading.rule !== null && <span className={styles.rule}> {reading.rule}</span>}
            </p>
            <WhenBar when={reading.when} />
          </>
        ) : (
          reading.kind === "undated" && <p className={form.hint}>Without a date it is listed as undated.</p>
        )}
        {proposal !== null && reading.kind === "read" && proposal.when.edtf !== reading.when.edtf && (
          <button type="button" className={form.link} onClick={() => onChange({ date: proposal.when.edtf })}>
            Take what “{citation.timeWords}” means: {whenToWords(proposal.when)}
          </button>
        )}
      </div>
    </div>
  );
}
